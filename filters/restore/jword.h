/* jword.h - what the words of JSON say (RFC 8259, sections 3, 6 and 7) */
#ifndef TZ_RESTORE_JWORD_H
#define TZ_RESTORE_JWORD_H

#include "base/buf.h"

enum jword { JWORD_NONE, JWORD_NULL, JWORD_TRUE, JWORD_FALSE, JWORD_INTEGER, JWORD_REAL };

/* What WORD is. JWORD_NONE: *WHY says what is wrong with it; integers are those of 64 bits, others those of a double. */
enum jword jword_of(struct slice word, long long *integer, const char **why);

/* Appends a string without its escapes. NULL, or what is wrong with one. */
const char *jword_unescape(struct buf *to, struct slice raw);

#endif
