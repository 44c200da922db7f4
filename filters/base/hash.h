/*
 * hash.h - a hash of bytes for tables that only this program sees
 *
 * Most of these tables keep answers for when the same is asked again. The
 * plain build (scan.h) keeps none, so that the tests find an answer that
 * hangs on more than it is found by.
 */
#ifndef TZ_BASE_HASH_H
#define TZ_BASE_HASH_H

#include <stdint.h>

#include "base/buf.h"

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

/* A multiplier of MurmurHash3's takes what W holds up, and turning the product takes it down again. */
static inline uint64_t
hash_step(uint64_t h, uint64_t w)
{
	h = (h ^ w) * 0xff51afd7ed558ccdu;
	return h << 32 | h >> 32;
}

/* Eight bytes a step, two steps a turn; the last bytes may be some of those before once more. */
static inline uint32_t
hash_of(struct slice s)
{
	enum { WORD = sizeof(uint64_t) };
	const char *p = s.p, *end = p + s.n;
	uint64_t h = s.n;

	for (; end - p > 2 * WORD; p += 2 * WORD)
		h = hash_step(hash_step(h, hash_bytes(p, WORD)), hash_bytes(p + WORD, WORD));
	if (end - p > WORD)
		h = hash_step(h, hash_bytes(p, WORD));
	h = hash_step(h, s.n < WORD ? hash_bytes(p, s.n) : hash_bytes(end - WORD, WORD));
	return (uint32_t)h;
}

#endif
