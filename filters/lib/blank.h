/* blank.h - white space as the documents have it: ASCII, U+3000, no-break and the other spaces of Unicode */
#ifndef TZ_BLANK_H
#define TZ_BLANK_H

#include "buf.h"

/* How many bytes the white space character at the start of S takes; 0 if there is none. */
size_t blank_at(struct slice s);
/* False if S, or the field S, has no white space: at the speed of a vector. True if it may have. */
int blank_may_be_in(struct slice s);
/* True if nothing but white space is in FIELD, a field as it stands in a record: \t, \n and \r count. */
int blank_field(struct slice field);

#endif
