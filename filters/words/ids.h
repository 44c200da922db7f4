/*
 * ids.h - ids that are unique in their document, in bounded memory
 *
 * The second bearer of an id becomes ID~2, the third ID~3 … A Bloom filter
 * (B. H. Bloom, Space/time trade-offs in hash coding, CACM 13:7, 1970)
 * remembers the ids that were given. It never forgets one, so no id is given
 * twice; now and then (70 in a million at 400,000 ids) it takes a new one for
 * an old one, which costs no more than a suffix.
 */
#ifndef TZ_WORDS_IDS_H
#define TZ_WORDS_IDS_H

#include <stdint.h>

#include "base/buf.h"

/* Forgets all: a new document begins. */
void ids_reset(void);
/* How many were given since. */
unsigned long ids_given(void);

/* The hash of what is behind SOFAR (0 at the start) and S together. */
uint64_t ids_hash(uint64_t sofar, struct slice s);
/* An id with the hash H will be given soon: where that is remembered is fetched from memory meanwhile. */
void ids_expect(uint64_t h);
/* ID, whose hash is H, is about to be given: appends a suffix if it was given before. Returns its hash then. */
uint64_t ids_give(struct buf *id, uint64_t h);

#endif
