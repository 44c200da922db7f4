/*
 * pair.h - two lines of a drawn table, one below the other, with no rule between them
 */
#ifndef TZ_SPLIT_PAIR_H
#define TZ_SPLIT_PAIR_H

#include "split/strokes.h"

enum { PAIR_CELLS = 64 }; /* of a line that are looked at */

/* They go on with each other, are rows of their own, or nothing tells. */
enum pair { PAIR_OPEN, PAIR_WRAPS, PAIR_OWN };
/* Of the cells UPPER[0..NU) and LOWER[0..NL), as far as there are so many. */
enum pair pair_of(const struct stroke_cell *upper, size_t nu, const struct stroke_cell *lower, size_t nl);

/*
 * The same where no rule stands between rows at all, as terminal programs print them: LOWER goes on with UPPER if it lacks its first
 * cell, or has no other, and what it has stands below cells that fill their column, but for what its first word would have needed.
 * WRAP_SURELY: it lacks another cell as well, or those above are wide, and they are full to a blank or a word of ASCII.
 * WRAP_REFUTED: a first cell is missing, and the cells above have room: it is merged with the one above.
 */
enum wrap { WRAP_NOT, WRAP_REFUTED, WRAP_PERHAPS, WRAP_SURELY };
enum wrap pair_wraps(const struct stroke_cell *upper, const struct stroke_cell *lower, size_t n);

/* BELOW, in a line that goes on with that of C, the cell above it, is an item of its own, and no rest of a wrapped text: C has room
 * for three more ideographs, and both end alike. */
int pair_are_items(const struct stroke_cell *c, struct slice below);

#endif
