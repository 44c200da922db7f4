/* cycleplan.h - where the cells of a block stand that come in a fixed cycle of lines; see cycles.h */
#ifndef TZ_SPLIT_CYCLEPLAN_H
#define TZ_SPLIT_CYCLEPLAN_H

#include "split/cycles.h"

/* Lines above the first row that may be titles. */
enum { CYCLE_TITLES = 3 };

/* The plan of B if each of its cells has a line, in P. */
void cycleplan_fixed(struct cycle_plan *p, const struct cellblock *b);

/* Lines FROM to TO - 1 could be names of columns: short, and all of them different. */
int cycleplan_are_names(const struct cellblock *b, size_t from, size_t to);

#endif
