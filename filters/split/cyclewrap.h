/*
 * cyclewrap.h - where the cells of a block stand that wrap, one below the other, in rows that are numbered; see cycles.h
 *
 * The lines of a row are runs: lines of a type, and lines of words between them, as many in each row. The names above say how
 * many cells there are. Where there are as many as runs (each line of a type is one by itself), a run is a cell. Where there is one
 * more, one run holds two: it is the only one with two lines in each row, or with a sentence that ends above its last line.
 */
#ifndef TZ_SPLIT_CYCLEWRAP_H
#define TZ_SPLIT_CYCLEWRAP_H

#include "split/cycles.h"

/* The plan of B, in P. */
void cyclewrap_plan(struct cycle_plan *p, const struct cellblock *b);

#endif
