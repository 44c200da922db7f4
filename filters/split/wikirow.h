/*
 * wikirow.h - tables of wikis, whose syntax says which line has the names
 *
 *	||番号||作業||      |番号|作業|h     |~番号|~作業|     |_. 番号|_. 作業|     ^ 番号 ^ 作業 ^
 *	|1|花壇|            |1|花壇|         |1|花壇|          |1|花壇|              | 1 | 花壇 |
 *
 * as Jira and Confluence, PukiWiki and Backlog (the second and the third), Textile and DokuWiki write them; below, rows have as many
 * cells. And rows between two pipes each, || 1 || 花壇 ||, as MoinMoin and Trac do, in two lines at least with as many cells: ||= 番号 =||
 * is a name there. What makes a line one of names, or its last sign, is a rule behind it.
 */
#ifndef TZ_SPLIT_WIKIROW_H
#define TZ_SPLIT_WIKIROW_H

#include "split/layout.h"
#include "stream/lines.h"

enum wiki_line { WIKI_NONE, WIKI_NAMES, WIKI_ROW };

struct wikirow {
	int on;
	char between;      /* what stands between the cells of its rows: |, or D for two of them */
	size_t n;          /* cells of a row */
	struct slice cell[LAYOUT_COLUMNS]; /* of the line at hand */
	struct slice source, tail;         /* of a line of names: what stands before the rule, and that */
	struct buf copy;   /* of the line at hand */
};

/* What *LINE is, the one that IN handed out last. Looking ahead may move the line: *LINE is then a copy. */
enum wiki_line wikirow_line(struct wikirow *w, struct lines *in, struct slice *line);
struct slice wikirow_cell(const void *w, size_t i);
void wikirow_end(struct wikirow *w); /* another document, or block, begins */

#endif
