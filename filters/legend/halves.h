/*
 * halves.h - a legend in two rows: marks, and below each its meaning
 *
 * A row is as legend/row.h says.
 */
#ifndef TZ_LEGEND_HALVES_H
#define TZ_LEGEND_HALVES_H

#include "base/buf.h"

/* How many marks the row TEXT has, if it has nothing else behind a title or a blank cell: the upper
 * half of a legend whose meanings stand in the next row. 0 if it is not so. WORDS_TOO: below a title, 済 and 未着手
 * are marks, as they are behind one in the same row. */
size_t legend_row_marks(struct slice text, int words_too);
/* Appends `define` records for the marks of row UPPER, whose meanings are the cells of row LOWER, line
 * NUMBER. False if the rows do not fit together. */
int legend_row_defines(struct buf *to, struct slice upper, struct slice lower, unsigned long number, int words_too);

#endif
