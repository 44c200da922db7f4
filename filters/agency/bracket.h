/*
 * bracket.h - brackets, in pairs
 *
 * Half and full width are one kind, because documents mix them: （総務省).
 */
#ifndef TZ_AGENCY_BRACKET_H
#define TZ_AGENCY_BRACKET_H

#include "base/buf.h"

enum { BRACKET_ROUND = 1 }; /* every other kind has a greater number */

/* True if S begins with a bracket of *LEN bytes; *KIND tells the pair, positive if it opens, negative if it closes. */
int bracket_at(struct slice s, int *kind, size_t *len);
/* The same for the end of S. */
int bracket_before(struct slice s, int *kind, size_t *len);

/* S begins with an opening bracket: where the one that closes it begins, and its length into *LEN; 0 if there is none. */
size_t bracket_close(struct slice s, size_t *len);
/* S ends with a closing bracket: where the one that opens it begins, and its length into *LEN; S.n if there is none. */
size_t bracket_open(struct slice s, size_t *len);

/* Where the next bracket at or behind byte I may be; s.n if there is none. */
size_t bracket_next(struct slice s, size_t i);

#endif
