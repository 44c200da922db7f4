/*
 * scan.h - runs of bytes at memory speed
 *
 * Sixteen bytes at a time through the compiler's vector types where it has
 * them, byte by byte where it has not; -DTZ_PLAIN_C forces the latter, and
 * the tests run both.
 */
#ifndef TZ_BASE_SCAN_H
#define TZ_BASE_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__) && !defined(TZ_PLAIN_C)
#define TZ_VECTORS 1
typedef unsigned char v16 __attribute__((vector_size(16)));
typedef signed char v16s __attribute__((vector_size(16)));
typedef uint64_t v2x64 __attribute__((vector_size(16)));

static inline v16
v16_load(const void *p)
{
	v16 v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/* What comparisons give: each lane has all its bits or none. Is any lane set? */
static inline int
v16_any(v16 v)
{
#ifdef __SSE2__
	return __builtin_ia32_pmovmskb128((char __attribute__((vector_size(16))))v) != 0;
#else
	v2x64 w = (v2x64)v;

	return (w[0] | w[1]) != 0;
#endif
}

/* The first lane that is set, of which there is one. */
static inline unsigned
v16_first(v16 v)
{
#ifdef __SSE2__
	return (unsigned)__builtin_ctz((unsigned)__builtin_ia32_pmovmskb128((char __attribute__((vector_size(16))))v));
#else
	unsigned i = 0;

	while (!v[i])
		i++;
	return i;
#endif
}

/* All lanes together. */
static inline unsigned
v16_sum(v16 v)
{
#ifdef __SSE2__
	typedef char v16c __attribute__((vector_size(16)));
	v2x64 halves = (v2x64)__builtin_ia32_psadbw128((v16c)v, (v16c){0});

	return (unsigned)(halves[0] + halves[1]);
#else
	unsigned i, sum = 0;

	for (i = 0; i < 16; i++)
		sum += v[i];
	return sum;
#endif
}

/* The lanes from LO to HI. Moved up so that HI is the largest signed byte: SSE2 compares no others, and what the
 * compiler makes of an unsigned comparison takes three steps. */
static inline v16
v16_in(v16 v, unsigned char lo, unsigned char hi)
{
	return (v16)((v16s)(v + (unsigned char)(127 - hi)) > (signed char)(126 - (hi - lo)));
}
#endif

/* The first byte of a word is its lowest? */
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && !defined(TZ_PLAIN_C)
#define TZ_LITTLE 1
#endif

/* How many bytes at P, of N, are ASCII before the first that is not. */
size_t scan_ascii(const void *p, size_t n);
/* How many of the N bytes at P are C. */
size_t scan_count(const void *p, size_t n, unsigned char c);
/* How many of them are controls that text has no use for: below the space, and no tab, line feed or carriage return. */
size_t scan_controls(const void *p, size_t n);

/* Where the two bytes at PAIR stand one behind the other in the N bytes at P; N if they do not. */
size_t scan_pair(const void *p, size_t n, const char *pair);

/* Copies the ASCII from P on to *OUT, which has room up to eight bytes more, and moves *OUT behind it. Returns
 * where the first other byte is. */
const unsigned char *scan_copy(const unsigned char *p, const unsigned char *end, char **out);

/* Eight bytes of ASCII at P? For short runs inside a hot loop. */
static inline int
scan_ascii8(const void *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	return (w & UINT64_C(0x8080808080808080)) == 0;
}

#endif
