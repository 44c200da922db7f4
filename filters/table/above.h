/*
 * above.h - the row above, from which merged cells take their text
 *
 * A cell that is merged with the one above it is empty in a row that a
 * spreadsheet has copied, and missing in one that a browser has copied. Only
 * the first columns of a row are taken to be merged.
 */
#ifndef TZ_TABLE_ABOVE_H
#define TZ_TABLE_ABOVE_H

#include "stream/rec.h"
#include "table/names.h"

struct above {
	struct buf row; /* fields behind a tab, merged cells filled in; empty: no row yet */
	struct fields above, below; /* of it, and of the row at hand */
};

void above_clear(struct above *a);
/* Takes row R, of which FROM cells at the left are merged: LOST of them are missing, the others empty. */
void above_take(struct above *a, const struct rec *r, size_t from, size_t lost);
/* How many cells at the left of R are empty below cells that are not. 0 if all of R is empty. */
size_t above_empty(struct above *a, const struct rec *r);
/* The first cell. */
struct slice above_first(const struct above *a);
/* One of its cells has several lines. */
int above_spans(const struct above *a);
/* Appends `fill` records for the first N cells of the row at LINE. */
void above_fill(struct above *a, struct names *names, size_t n, unsigned long line, struct buf *to);

#endif
