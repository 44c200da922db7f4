/*
 * pairs.h - two bytes one behind the other, several kinds of them looked for at once
 *
 * In UTF-8 the last two bytes of a character nearly always tell which it is.
 * A kind is a bit, and tables of 16 say of the halves of each byte which kinds
 * it may be of: it is of those that both its tables have (the way that
 * simdjson classifies bytes: Langdale and Lemire 2019). More pairs than meant
 * may pass: who asks looks again.
 */
#ifndef TZ_BASE_PAIRS_H
#define TZ_BASE_PAIRS_H

#include "base/wide.h"

struct halves {
	unsigned char lower[16], upper[16];
};

struct pairs {
	struct halves first, then;
};

/* Where such pairs may be in a text that has been looked through. */
enum { PLACES = 96 };
struct places {
	const char *at[PLACES]; /* in order */
	size_t n;
	const char *to; /* before it there are no others */
};

#ifdef TZ_WIDE
enum { WIDE_BLOCK = 32 };

/* A table of 16 in both halves of a register, as a look-up takes it. */
static inline WIDE __m256i
wide_table(const unsigned char *t)
{
	return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)t));
}

static inline WIDE __m256i
lower_halves(__m256i v)
{
	return _mm256_and_si256(v, _mm256_set1_epi8(0x0f));
}

static inline WIDE __m256i
upper_halves(__m256i v)
{
	return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(0x0f));
}

struct wide_halves {
	__m256i lower, upper;
};

static inline WIDE struct wide_halves
wide_halves(const struct halves *h)
{
	return (struct wide_halves){wide_table(h->lower), wide_table(h->upper)};
}

/* What both halves of each byte have. */
static inline WIDE __m256i
kinds_of(struct wide_halves h, __m256i lower, __m256i upper)
{
	return _mm256_and_si256(_mm256_shuffle_epi8(h.lower, lower), _mm256_shuffle_epi8(h.upper, upper));
}

static inline WIDE __m256i
kinds_in(const struct halves *h, __m256i v)
{
	return kinds_of(wide_halves(h), lower_halves(v), upper_halves(v));
}

/* The lanes in which both have a kind. */
static inline WIDE uint32_t
wide_both(__m256i first, __m256i then)
{
	return ~wide_bits(_mm256_cmpeq_epi8(_mm256_and_si256(first, then), _mm256_setzero_si256()));
}

/* The pairs whose first bytes are the 32 at P; 33 are readable. */
static inline WIDE uint32_t
pairs_from(const struct pairs *what, const char *p)
{
	return wide_both(kinds_in(&what->first, wide_load(p)), kinds_in(&what->then, wide_load(p + 1)));
}
#endif

#endif
