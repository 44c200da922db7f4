/* dateanchor.c - where a date may be; see datescan.h */
#include "datescan.h"
#include "wide.h"

static int
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* 年 月 期 ⽉, 1.2 1/2 1-2, full-width . / -, FY, 同日 翌日: as UTF-8. Four bytes at P are readable. */
static int
is_anchor(const unsigned char *p)
{
	switch (p[0]) {
	case 0xe5:
		return p[1] == 0xb9 && p[2] == 0xb4;
	case 0xe6:
		return p[1] == 0x9c && (p[2] == 0x88 || p[2] == 0x9f);
	case 0xe2:
		return p[1] == 0xbd && p[2] == 0x89;
	case 0xef:
		return p[1] == 0xbc && p[2] >= 0x8d && p[2] <= 0x8f;
	case 0x8c:
		return p[1] == 0xe6 && p[2] == 0x97 && p[3] == 0xa5;
	case 'F':
		return p[1] == 'Y';
	}
	return p[1] >= '-' && p[1] <= '/' && digit(p[0]) && digit(p[2]);
}

/* The same at byte I of S; at its end four bytes are not readable. */
static int
anchor_at(struct slice s, size_t i)
{
	unsigned char four[4] = {0};

	if (s.n - i >= sizeof(four))
		return is_anchor((const unsigned char *)s.p + i);
	memcpy(four, s.p + i, s.n - i);
	return is_anchor(four);
}

#ifdef TZ_VECTORS
enum { BLOCK = 16, AHEAD = 2 };

/* The lanes of the 16 bytes at P where an anchor may begin; 18 bytes are readable. Leads are looked at only where the
 * bytes behind them are not enough, and digits only by their upper half: what passes is looked at again. Three
 * operations for each byte of Japanese, where the switch above takes a dozen. */
static inline v16
may_begin(const unsigned char *p)
{
	v16 a = v16_load(p), b = v16_load(p + 1), c = v16_load(p + 2);
	v16 year = (v16)(b == 0xb9) & (v16)(c == 0xb4);
	v16 month = (v16)(b == 0x9c) & ((v16)(c == 0x88) | (v16)(c == 0x9f));
	v16 radical = (v16)(b == 0xbd) & (v16)(c == 0x89), wide = (v16)(b == 0xbc) & v16_in(c, 0x8d, 0x8f);
	v16 dotted = v16_in(b, '-', '/') & (v16)((a & c & 0xf0) == '0');
	v16 day = (v16)(a == 0x8c) & (v16)(b == 0xe6) & (v16)(c == 0x97);

	return year | month | radical | wide | dotted | day | (v16)(b == 'Y');
}

/* The first lane of MAY, about the 16 bytes at I, where an anchor begins; I + 16 if there is none. */
static size_t
first_of(struct slice s, size_t i, v16 may)
{
	do {
		unsigned lane = v16_first(may);

		if (anchor_at(s, i + lane))
			return i + lane;
		may[lane] = 0;
	} while (v16_any(may));
	return i + BLOCK;
}
#endif

#ifdef TZ_WIDE
enum { WIDE_BLOCK = 32 };

/* Anchors as pairs of a byte and the one behind it, each kind a bit: year, month, ⽉, wide stops, digits, 同日, FY. */
enum { YEAR = 1, MONTH = 2, RADICAL = 4, STOP = 8, DOTTED = 16, DAY = 32, FY = 64 };

#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

/* What kinds a byte may be of, by what its lower half and its upper half allow. */
static inline WIDE __m256i
kinds(__m256i v, __m256i lower, __m256i upper)
{
	__m256i nibble = _mm256_set1_epi8(15);

	return _mm256_and_si256(_mm256_shuffle_epi8(lower, _mm256_and_si256(v, nibble)),
	    _mm256_shuffle_epi8(upper, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble)));
}

/* The same as may_begin() for 32 bytes, with two looks into tables of 16 for each byte (the way that simdjson
 * classifies bytes: Langdale and Lemire 2019). 33 are readable. */
static inline WIDE uint32_t
may_begin_wide(const unsigned char *p)
{
	/* B9; 9C; BD; BC; - . /; E6; Y */
	__m256i lower1 = TABLE(0, 0, 0, 0, 0, 0, DAY, 0, 0, YEAR | FY, 0, 0, MONTH | STOP, RADICAL | DOTTED, DOTTED, DOTTED);
	__m256i upper1 = TABLE(0, 0, DOTTED, 0, 0, FY, 0, 0, 0, MONTH, 0, YEAR | RADICAL | STOP, 0, 0, DAY, 0);
	/* B4; 88 9F; 89; 8D 8E 8F; 0 to 9; 97; all */
	__m256i lower2 = TABLE(FY | DOTTED, FY | DOTTED, FY | DOTTED, FY | DOTTED, FY | DOTTED | YEAR, FY | DOTTED, FY | DOTTED,
	    FY | DOTTED | DAY, FY | DOTTED | MONTH, FY | DOTTED | RADICAL, FY, FY, FY, FY | STOP, FY | STOP, FY | STOP | MONTH);
	__m256i upper2 = TABLE(FY, FY, FY, FY | DOTTED, FY, FY, FY, FY, FY | MONTH | RADICAL | STOP, FY | MONTH | DAY, FY,
	    FY | YEAR, FY, FY, FY, FY);
	__m256i both = _mm256_and_si256(kinds(wide_load(p), lower1, upper1), kinds(wide_load(p + 1), lower2, upper2));

	return ~wide_bits(_mm256_cmpeq_epi8(both, _mm256_setzero_si256()));
}

/* Like date_anchor, as far as there are blocks; *I is how far it came, and S.n is returned if there is none before. */
static WIDE size_t
anchor_wide(struct slice s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p;

	/* the first byte of an anchor is the one before what is looked at */
	for (; s.n - *i >= WIDE_BLOCK + AHEAD; *i += WIDE_BLOCK) {
		uint32_t may = may_begin_wide(p + *i + 1);

		for (; may; may &= may - 1)
			if (anchor_at(s, *i + (size_t)__builtin_ctz(may)))
				return *i + (size_t)__builtin_ctz(may);
	}
	return s.n;
}
#endif

size_t
date_anchor(struct slice s, size_t from)
{
	size_t i = from;

#ifdef TZ_WIDE
	if (has_wide()) {
		size_t at = anchor_wide(s, &i);

		if (at < s.n)
			return at;
		/* the end in one look more: nearly always nothing is there */
		if (s.n >= WIDE_BLOCK + AHEAD && !may_begin_wide((const unsigned char *)s.p + s.n - WIDE_BLOCK - 1))
			return s.n;
	}
#endif
#ifdef TZ_VECTORS
	const unsigned char *p = (const unsigned char *)s.p;

	for (; i + BLOCK + AHEAD <= s.n; i += BLOCK) {
		v16 may = may_begin(p + i);
		size_t at = v16_any(may) ? first_of(s, i, may) : i + BLOCK;

		if (at < i + BLOCK)
			return at;
	}
	/* the end once more, in one look: nearly always nothing is there */
	if (s.n >= BLOCK + AHEAD && !v16_any(may_begin(p + s.n - BLOCK - AHEAD)))
		return s.n;
#endif
	while (i < s.n && !anchor_at(s, i))
		i++;
	return i;
}
