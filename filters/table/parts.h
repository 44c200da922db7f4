/*
 * parts.h - rows in parts, because their cells have line breaks, as browsers copy them
 *
 *	指標	目標	現状
 *	木の数	30本
 *	(令和7年度)	21本
 *	(令和4年度)
 *
 * A tab ends each cell, so that the tabs count them: the parts have as many as the header, together. What stands in brackets, and
 * nothing more, says something of the figure above it, and begins no row; a line of it alone does so if it is a figure or a year. What begins with
 * the sign of an item goes on with the items above it.
 */
#ifndef TZ_TABLE_PARTS_H
#define TZ_TABLE_PARTS_H

#include "table/win.h"

/* How many records of W, from the first on, make up a row of COLS cells, each row of which but the first one begins with brackets, or goes on with items;
 * 0 if they do not. */
size_t parts_of_row(const struct window *w, size_t cols, struct place at);
/* The same of the first rows of a table, where the two behind them show how many cells a row has. */
size_t parts_first(const struct window *w);
/* How many behind a whole row, record I, are lines of its last cell, up to a remark: 0 if none are. */
size_t parts_below(const struct window *w, size_t i, struct place at);
/* Record R, a line of text, may be the first line of the first cell of a row; the row behind it, record 1 of W, which has COLS cells,
 * begins with the remark below that line. */
int part_may_begin(const struct rec *r);
int part_begins(const struct window *w, size_t cols);
/* The rows behind record 0 of W, a header perhaps, are in such parts, of as many cells as it together. */
int parts_prove(const struct window *w, const char *file);

#endif
