/*
 * digest.h - what a content is known by: XXH3 with 128 bits, by libxxhash
 *
 * It tells changed content from unchanged, at the speed of memory; it is no
 * guard against somebody who makes two documents with one hash on purpose.
 * `xxh128sum FILE` prints the same digits.
 */
#ifndef TZ_BATCH_DIGEST_H
#define TZ_BATCH_DIGEST_H

#include <stdint.h>
#include <xxhash.h>

#include "base/buf.h"

struct hash {
	uint64_t high, low;
};

struct hash hash_bytes(struct slice s);
/* Hashes what FD has from its offset on, SIZE bytes if the caller is right. Returns -1 with errno if it cannot be read. */
int hash_fd(int fd, uint64_t size, struct hash *to);
/* The file NAME in directory DIR, which must be a regular one that nobody has put a link in the place of. */
int hash_file(int dir, const char *name, struct hash *to, uint64_t *size);

uint64_t hash_name(const char *p, size_t n); /* 64 bits, for tables and checks */
int hash_eq(struct hash a, struct hash b);
int hash_none(struct hash h); /* the one that stands for "not known" */

/* In pieces. */
struct hasher {
	XXH3_state_t *state; /* starts as {0} */
};
void hasher_begin(struct hasher *h);
void hasher_add(struct hasher *h, const char *p, size_t n);
struct hash hasher_end(struct hasher *h);

#endif
