/* unmark.h - the signs of Markdown in a line: in **凡例**, `[x]` 済 they are no part of title, mark or meaning */
#ifndef TZ_LEGEND_UNMARK_H
#define TZ_LEGEND_UNMARK_H

#include "base/buf.h"

/* Makes the pairs of them in LINE, which is the caller's to write to, blanks; each keeps its length. Whether there are such signs.
 * Cells come without them. */
int unmark(struct slice line);

#endif
