/* loose.h - blocks that have blank lines between their rows, as a PDF has them whose lines stand far apart */
#ifndef TZ_SPLIT_LOOSE_H
#define TZ_SPLIT_LOOSE_H

#include "stream/lines.h"

/* How many blank lines stand between the line at hand and the next one, and again below that, or the few that go on with it: 0 if
 * there are none, or more than rows have. */
size_t loose_blanks(struct lines *in);
/* The next line of the block behind stream line *I; *I is then behind it. LOOSE blank lines at most may stand before it, and then it
 * has two words at least that are apart: no row is one word, and the title of what follows is. 0 where the block, or the page, ends. */
int loose_next(struct lines *in, size_t *i, struct line *l, size_t loose);

#endif
