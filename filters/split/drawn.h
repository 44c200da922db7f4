/*
 * drawn.h - tables that are drawn: with pipes, as Markdown has them, or with box-drawing characters
 *
 *	| 項目 | 状況 |          ┌──┬──┐
 *	|------|------|          │項目│状況│
 *	| 庁舎 | 完了 |          ├──┼──┤
 *
 * Below a row, a delimiter row of GFM (2.0, section "Tables") with as many columns is certain: it is a table, with all
 * rows up to the first line that is none. Else one line alone is no table: a rule, or a line with as many cells, must be
 * next to it, and two such lines where outer uprights are missing. The lines may stand in a quotation, behind > signs.
 *
 * Right below a row, one cell between two pipes is a row as well.
 * Below a rule ----+---- a cell with a + right before its upright goes on in the next line. The second line of a box, with a rule
 * below it and a type in each cell (varchar, int32), is a rule as well.
 *
 * A rule is a record of its own. Where a box has a rule between every two rows, and the lines between two rules show
 * that cells go on in the next line, those are the lines of one row; nothing is joined over a rule.
 */
#ifndef TZ_SPLIT_DRAWN_H
#define TZ_SPLIT_DRAWN_H

#include "base/buf.h"
#include "split/strokes.h"
#include "stream/lines.h"

struct drawn {
	int on;         /* the line before was part of a table */
	int how;        /* it is drawn: the bits of strokes.h */
	int sure;       /* GFM says that it is a table */
	size_t quoted;  /* so many > stand before each line */
	int ruled, grid; /* of one with a rule between every two rows; and one of = below the first, as grids have */
	int wrapped;    /* of one without such rules: lines that lack cells go on with the row above */
	size_t crossed; /* its rule, so wide, has + and no ends: a + at the end of a cell is a newline in it, as psql writes them */
	size_t rows;    /* that it has had */
	size_t width;   /* the cells of its first row */
	int below_rule; /* the line before was a rule */
	int lone;       /* it was a row of one cell: what stands below may be another table */
	int proven;     /* the document has had a table of GFM */
	int unread;     /* the line at hand stands between pipes, right below a row or in such a document, and is none */
	struct buf *cell; /* the cells of the row, without the blanks around them */
	size_t n, cap;
	struct stroke_cell *part; /* of a line of the row: room for so many */
	size_t parts;
	struct buf source; /* its lines as they stand, with LF between */
	struct buf copy;   /* of the first one */
};

/* What *LINE, the one that IN handed out last, is. Of a row, D has the cells, and *MORE is how many lines of the stream
 * behind *LINE are part of it (notes among them count). Looking ahead for it may move the line: *LINE is then a copy. */
enum shape drawn_line(struct drawn *d, struct lines *in, struct slice *line, size_t *more);
/* Another document, or another block, begins. */
void drawn_forget(struct drawn *d);

#endif
