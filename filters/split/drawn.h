/*
 * drawn.h - tables that are drawn: with pipes, as Markdown has them, or with box-drawing characters
 *
 *	| 項目 | 状況 |          ┌──┬──┐
 *	|------|------|          │項目│状況│
 *	| 庁舎 | 完了 |          ├──┼──┤
 *
 * A line of cells begins and ends with an upright; the outer ones may be
 * missing where a rule of Markdown follows, or two more such lines. One line
 * alone is no table: a rule, or a line with as many cells, must be next to it. Rules belong to
 * the row above them, or to the first row. Where every row is ruled off, the
 * lines between two rules are the lines of one row.
 */
#ifndef TZ_SPLIT_DRAWN_H
#define TZ_SPLIT_DRAWN_H

#include "base/buf.h"
#include "stream/lines.h"

struct drawn {
	int on;     /* the line before was part of a table */
	int loose;  /* of one without outer uprights */
	int ruled;  /* of one with a rule between every two rows */
	size_t width; /* the cells of that table's first row */
	int closed;   /* the row before ended with a rule */
	struct buf *cell; /* the cells of the row, without the blanks around them */
	size_t n, cap;
	struct buf source; /* its lines as they stand, with LF between */
	struct buf copy;   /* of the first one */
};

/* Whether *LINE, the one that IN handed out last, begins a row of a drawn table. If so, D has the row, and *MORE
 * is how many lines of the stream behind *LINE are part of it (notes among them count). Looking ahead for it may
 * move the line: *LINE is then a copy. */
int drawn_row(struct drawn *d, struct lines *in, struct slice *line, size_t *more);

#endif
