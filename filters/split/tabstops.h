/*
 * tabstops.h - tabs that move on to the next stop on the page, as typists and editors of programs use them
 *
 *	施策名		担当	期限          -v		say what is done        •	a list
 *	花壇の植替え	市民課	3月           --quiet	say nothing             •	with tabs
 *
 * Between the cells of a table that was copied, each tab parts two cells, and its lines have as many of them. Who types fills up
 * with tabs until the columns are straight, every eight places: then lines have a different number of tabs, some behind each
 * other, and what stands behind them begins at the same places. Such lines are rows whose cells are parted by runs of tabs, if
 * there are three columns, or two in a text of Japanese.
 *
 * In a document without any Japanese so far, lines with tabs in paragraphs, lists of options, comments and settings are more
 * frequent than rows, and are text unless the lines of a run agree in their tabs. So is, in any document, a run of items, whose
 * only tab is behind the sign or the number of each.
 */
#ifndef TZ_SPLIT_TABSTOPS_H
#define TZ_SPLIT_TABSTOPS_H

#include "split/layout.h"
#include "stream/lines.h"

enum tabs_mean {
	TABS_PART, /* each parts two cells */
	TABS_ROW,  /* runs of them do: the cells are in t->row */
	TABS_TEXT  /* none does */
};

struct tabstops {
	int said;   /* by the user: tabs part cells */
	int named;  /* the document's name does */
	int proven; /* lines of it did show so */
	int wide;   /* it has ideographs or kana so far */
	int here, above, begun; /* text stands in the line at hand, in the one above, in any above */
	size_t apart; /* cells of the last row that stood alone */
	int headed; /* the line above is a row: what numbers the lines below is the first cell of theirs */
	int on;     /* a run has begun: */
	size_t lines; /* of it, which were looked at and are still to come */
	enum tabs_mean mean;
	int unread; /* its lines are text, but laid out like rows: to be said of the first */
	struct layout l;
	struct laid_row row;
	struct buf copy; /* of the line at hand */
};

void tabstops_begin(struct tabstops *t, struct slice name); /* a document begins */
void tabstops_see(struct tabstops *t, struct slice line); /* every line, before it is asked of */
/* What the tabs of *LINE, the one that IN handed out last, are. Looking ahead may move the
 * line: *LINE is then a copy. *MORE is how many lines of the stream behind it go on with the row. */
enum tabs_mean tabstops_line(struct tabstops *t, struct lines *in, struct slice *line, size_t *more);
void tabstops_end(struct tabstops *t); /* a line without tabs has come */

#endif
