/* unmark.h - the signs of Markdown and inline tags in a line: in **凡例**, `[x]` 済<br> they are no part of title, mark or meaning */
#ifndef TZ_LEGEND_UNMARK_H
#define TZ_LEGEND_UNMARK_H

#include "base/buf.h"

/* Makes the pairs of signs, and the tags, in LINE, which is the caller's to write to, blanks; each keeps its length. Whether there are such signs.
 * Cells come without them. */
int unmark(struct slice line);

#endif
