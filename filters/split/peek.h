/* peek.h - the lines of text ahead, for those who look at several of them before they decide */
#ifndef TZ_SPLIT_PEEK_H
#define TZ_SPLIT_PEEK_H

#include "stream/lines.h"

/* The next line of text behind stream line *I ahead, notes being passed over; *I is then behind it. 0 where the document
 * ends, and at a line that was cut or is not UTF-8. */
int peek_line(struct lines *in, size_t *i, struct line *l);

#endif
