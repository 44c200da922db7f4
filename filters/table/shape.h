/*
 * shape.h - what the columns of a table look like
 *
 * Rows after a blank line may go on with the table above, or be a table of
 * their own that lost its header. Their shape tells: figures where there was
 * prose are another table.
 */
#ifndef TZ_TABLE_SHAPE_H
#define TZ_TABLE_SHAPE_H

#include "stream/rec.h"

/* Wider tables are judged by their first columns, longer ones by their first rows. */
enum { SHAPE_COLUMNS = 32, SHAPE_ROWS = 8 };

/* Starts as {0}. Most tables are never asked for theirs, so that a row is copied and not looked at before somebody
 * asks: that spared a fifth of the filter's instructions. */
struct shape {
	unsigned short seen[SHAPE_COLUMNS]; /* the forms of cells in a column: see table/form.h */
	size_t rows, n;
	struct buf waiting; /* rows that are counted in ROWS alone, with an LF behind each */
};

void shape_clear(struct shape *s);
/* Notes the cells of row R, unless enough rows have been noted. */
void shape_add(struct shape *s, const struct rec *r);
/* The columns that the cells of a row may be of, in order, by what they look like: cell I is of one from lo[I] to
 * hi[I]. Blank cells at the end of the row may have been added to fill it up: N is how many are left. */
struct span {
	unsigned char lo[SHAPE_COLUMNS], hi[SHAPE_COLUMNS];
	size_t n;
};
/* Finds these for R, a row of a table of COLS columns that may lack some; 0 if there is no such order. */
int shape_spans(struct shape *s, const struct rec *r, size_t cols, struct span *to);
/* True if the cells of R look like those of the first columns, one for one. */
int shape_agrees(struct shape *s, const struct rec *r);
/* True if all but one of them do, and the last one can be of no other column, for those behind it hold
 * words: 順調, 12, ○. */
int shape_holds(struct shape *s, const struct rec *r);
/* True if column C has been seen without text. */
int shape_may_lack(struct shape *s, size_t c);
/* True if rows of shape B are not of the table with shape A. */
int shape_differs(struct shape *a, struct shape *b);

#endif
