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
 *
 *	2     防災行政無線の  B
 *	      デジタル化
 *
 * A cell that fills its column goes on in the next line, where that begins
 * below it and leaves the first column empty.
 */
#ifndef TZ_SPLIT_SPACED_H
#define TZ_SPLIT_SPACED_H

#include <stdint.h>

#include "base/buf.h"
#include "stream/lines.h"

enum { SPACED_WORDS = 64, SPACED_MIN = 3 };

struct spaced {
	int on; /* the line before was part of a table */
	int broken; /* the line at hand is a part of one as well, and of no row */
	int unread; /* the line at hand has names far apart, and lines that are apart, too, below it, and begins no table */
	int told;   /* that was so of a line above in the block */
	/* A run of the line: its bytes, where it stands on the page, in half-width columns, and its last character. */
	struct extent {
		size_t from, to, left, right;
		uint32_t last;
	} column[SPACED_WORDS], cell[SPACED_WORDS];
	size_t n; /* columns; a cell without text is empty */
	struct buf header; /* the first line of the last table: where it comes again, on the next page, one row behind it is enough */
	struct buf copy; /* the line that the cells are part of */
	size_t lines;    /* of the row: if over 1, the cells are in text */
	struct buf text[SPACED_WORDS], source; /* source: the lines as they stand, with LF between */
};

/* Whether *LINE, the one that IN handed out last, is a row of such a table; its cells are then to be had with
 * spaced_cell. *MORE is how many lines of the stream behind *LINE are part of it, and *LINE may have moved, as with
 * drawn_row. */
int spaced_row(struct spaced *s, struct lines *in, struct slice *line, size_t *more);
/* Another document begins. */
void spaced_forget(struct spaced *s);
/* The lines of the row as they stand. */
struct slice spaced_source(const struct spaced *s);
struct slice spaced_cell(const struct spaced *s, size_t i);

#endif
