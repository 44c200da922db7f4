/*
 * hash.h - a hash of bytes for tables that only this program sees
 *
 * Most of these tables keep answers for when the same is asked again. The
 * plain build (scan.h) keeps none, so that the tests find an answer that
 * hangs on more than it is found by.
 */
#ifndef TZ_HASH_H
#define TZ_HASH_H

#include <stdint.h>

#include "buf.h"

#ifdef TZ_PLAIN_C
enum { KEEPS_ANSWERS = 0 };
#else
enum { KEEPS_ANSWERS = 1 };
#endif

/* N bytes at P, at most eight, as a number of their own among those of N bytes. */
static inline uint64_t
hash_bytes(const char *p, size_t n)
{
	uint64_t w = 0;
	uint32_t a, b;

	if (n == sizeof(w)) {
		memcpy(&w, p, sizeof(w));
	} else if (n >= sizeof(a)) {
		memcpy(&a, p, sizeof(a));
		memcpy(&b, p + n - sizeof(b), sizeof(b));
		w = (uint64_t)a << 32 | b;
	} else if (n) {
		w = (uint64_t)((unsigned char)p[0] << 16 | (unsigned char)p[n / 2] << 8 | (unsigned char)p[n - 1]);
	}
	return w;
}

/* Eight bytes at a time, with a multiplier of MurmurHash3's; the last eight may be some of those before once more. */
static inline uint32_t
hash_of(struct slice s)
{
	uint64_t h = s.n, w;
	size_t i;

	for (i = 0; s.n - i > sizeof(w); i += sizeof(w)) {
		h = (h ^ hash_bytes(s.p + i, sizeof(w))) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	w = s.n < sizeof(w) ? hash_bytes(s.p, s.n) : hash_bytes(s.p + s.n - sizeof(w), sizeof(w));
	h = (h ^ w) * 0xff51afd7ed558ccdu;
	return (uint32_t)(h >> 32);
}

#endif
