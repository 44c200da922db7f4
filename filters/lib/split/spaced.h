/*
 * spaced.h - tables that are laid out with blanks
 *
 *	番号  事業名        評価
 *	1     花壇の植替え  A
 *	2     花苗の配布    B
 *
 * The evidence is the layout: in three lines or more, what has two or more
 * blanks before it begins (or ends, as numbers do) where a cell of the first
 * line does. Whatever JIS X 0208 has is two columns wide there.
 */
#ifndef TZ_SPACED_H
#define TZ_SPACED_H

#include "buf.h"
#include "lines.h"

enum { SPACED_WORDS = 64, SPACED_MIN = 3 };

struct spaced {
	int on; /* the line before was part of a table */
	/* A run of the line: its bytes, and where it stands on the page, in half-width columns. */
	struct extent {
		size_t from, to, left, right;
	} column[SPACED_WORDS], cell[SPACED_WORDS];
	size_t n; /* columns; a cell without text is empty */
	struct buf copy; /* the line that the cells are part of */
};

/* Whether *LINE, the one that IN handed out last, is a row of such a table; its cells are then to be had with
 * spaced_cell. *LINE may have moved, as with drawn_row. */
int spaced_row(struct spaced *s, struct lines *in, struct slice *line);
struct slice spaced_cell(const struct spaced *s, size_t i);

#endif
