/*
 * wide.h - 32 bytes at a time where the processor has AVX2
 *
 * Which is asked when the program runs: what is built on one machine runs on
 * all of its kind. A function with WIDE stands beside one that does the same
 * without: -DTZ_NARROW forces the latter, and the tests compare them.
 */
#ifndef TZ_BASE_WIDE_H
#define TZ_BASE_WIDE_H

#include "base/scan.h"

#if defined(TZ_VECTORS) && defined(__x86_64__) && !defined(TZ_NARROW)
#include <immintrin.h>

#define TZ_WIDE 1
#define WIDE __attribute__((target("avx2")))

static inline int
has_wide(void)
{
	return __builtin_cpu_supports("avx2");
}

static inline WIDE __m256i
wide_load(const void *p)
{
	return _mm256_loadu_si256((const __m256i *)p);
}

/* A bit for each byte of V whose top bit is set. */
static inline WIDE uint32_t
wide_bits(__m256i v)
{
	return (uint32_t)_mm256_movemask_epi8(v);
}

/* The first of BITS, one of which at least is set. */
static inline unsigned
wide_first(uint32_t bits)
{
	return (unsigned)__builtin_ctz(bits);
}
#endif

#endif
