/*
 * refer.h - cells that say what another one says: the one above (U+3003, and words for it), or the one at their left
 *
 * Whoever reads columns asks for each of their cells in turn, left to right and top to bottom: a cell may refer to one
 * that refers itself. To the left only such a column is meant: beside an owner stands a title, too.
 */
#ifndef TZ_WORDS_REFER_H
#define TZ_WORDS_REFER_H

#include "base/buf.h"
#include "stream/row.h"

/* Starts as {0}. Memory: the longest cell of each column that is asked for. */
struct refer {
	struct buf *above; /* what the last cell with a text said, by column; empty: none did */
	size_t n;
	struct buf text; /* scratch: the cell at hand, folded */
};

/* Another table begins. */
void refer_begin(struct refer *t);
/* What cell I of ROW says, as a field: its own text, or that of the cell that it refers to. If there is no such cell, its own
 * again. Valid until the row is gone, and the next call. */
struct slice refer_cell(struct refer *t, const struct row *row, size_t i);

#endif
