/* near.h - the word that was meant by one that is none */
#ifndef TZ_BASE_NEAR_H
#define TZ_BASE_NEAR_H

#include "base/buf.h"

/* The first of WORDS, up to NULL, that SAID is a slip for: one letter left out, added, changed, or two swapped; two such
 * slips where both have more than five. Letters are compared without their case. NULL if there is none. */
const char *near_word(struct slice said, const char *const *words);

#endif
