/*
 * tableshape.h - what the columns of a table look like
 *
 * Rows after a blank line may go on with the table above, or be a table of
 * their own that lost its header. Their shape tells: figures where there was
 * prose are another table.
 */
#ifndef TZ_TABLESHAPE_H
#define TZ_TABLESHAPE_H

#include "rec.h"

/* Wider tables are judged by their first columns, longer ones by their first rows. */
enum { SHAPE_COLUMNS = 32, SHAPE_ROWS = 8 };

struct shape {
	unsigned char seen[SHAPE_COLUMNS]; /* the kinds of cells in a column, as bits */
	size_t rows, n;
};

void shape_clear(struct shape *s);
/* Notes the cells of row R, unless enough rows have been noted. */
void shape_add(struct shape *s, const struct rec *r);
/* How many of COLS columns the row R lacks at its left, because merged cells above it were dropped: its cells
 * fit the last columns, and not the first ones. 0 if it lacks none there, COLS if its cells fit nowhere. */
size_t shape_lost(const struct shape *s, const struct rec *r, size_t cols);
/* True if rows of shape B are not of the table with shape A. */
int shape_differs(const struct shape *a, const struct shape *b);

#endif
