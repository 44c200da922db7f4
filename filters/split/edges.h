/*
 * edges.h - do the lines of a block look like a table under columns that were found for them?
 *
 * The cells of each column are straight, at their left edges or at their right ones; the first line, which has the names, is
 * another kind of line than the others, unless a rule below it, or a table before, says that it has them.
 */
#ifndef TZ_SPLIT_EDGES_H
#define TZ_SPLIT_EDGES_H

#include "split/gaps.h"

enum looks_like { LOOKS_LIKE_NONE, LOOKS_LIKE_TABLE, LOOKS_UNSURE };

/* What one way to count makes of the block. */
struct view {
	struct layout l;
	size_t straight; /* cells at the edge of their column */
	size_t edge[LAYOUT_COLUMNS]; /* where the widest cell of each ends */
};

/* What else is known of it. */
struct edges_case {
	const struct pageblock *block;
	struct slice above; /* the line above, at which none began; empty: there is none in the block */
	int ruled;          /* a rule stands below the first line */
	int named_before;   /* the first line was the header of a table before */
};

/* How the block looks under the columns of V, the rest of which is filled in. */
enum looks_like edges_weigh(const struct edges_case *a, struct view *v);
/* May LINE, whose cells are CELL, go on with the row whose last cells are ABOVE? */
int edges_goes_on(const struct view *v, const struct place_on_page *above, struct slice line, const struct place_on_page *cell);

#endif
