/* utf8.c - facts about UTF-8; see utf8.h */
#include "base/utf8.h"

#include "base/wide.h"

/* The second byte's range depends on the first (Unicode table 3-7): no overlong forms, no surrogates,
 * nothing above U+10FFFF. Returns the length of the sequence that LEAD begins, 0 if it begins none. */
static size_t
lead(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	*high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	if (c >= 0xc2 && c <= 0xdf)
		return 2;
	if (c >= 0xe0 && c <= 0xef)
		return 3;
	return c >= 0xf0 && c <= 0xf4 ? 4 : 0;
}

/* How many bytes at S are right, as far as N goes: *WANT of them make the character. */
static size_t
right(const unsigned char *s, size_t n, size_t *want)
{
	unsigned char low, high;
	size_t i;

	*want = lead(s[0], &low, &high);
	if (!*want)
		return 0;
	for (i = 1; i < *want && i < n; i++) {
		if (s[i] < low || s[i] > high)
			break;
		low = 0x80;
		high = 0xbf;
	}
	return i;
}

#ifdef TZ_VECTORS
/* What is wrong with the 16 bytes at S, of which two before S are readable and known: nothing is where
 * all lanes are 0. A byte is a continuation if and only if a lead of two or more bytes stands before
 * it, or one of three two places before it. Bytes whose neighbours need a closer look (E0 and ED restrict
 * the next byte, F0 and above begin four bytes, C0 and C1 nothing) count as wrong: the slow way takes them.
 * Inline always: called for each 16 bytes it takes a third more. */
static inline __attribute__((always_inline)) v16
doubts(const unsigned char *s)
{
	v16 v = v16_load(s), before = v16_load(s - 1), before2 = v16_load(s - 2);
	v16 continues = v16_in(v, 0x80, 0xbf), must = v16_in(before, 0xc0, 0xff) | v16_in(before2, 0xe0, 0xff);
	v16 special = v16_in(v, 0xf0, 0xff) | (v16)(v == 0xe0) | (v16)(v == 0xed) | v16_in(v, 0xc0, 0xc1);

	return (continues ^ must) | special;
}

#ifdef TZ_WIDE
/* doubts of 32 bytes, of which those that must go on a character differ from those that do. */
static inline WIDE __m256i
doubts_wide(const unsigned char *s)
{
	__m256i v = wide_load(s);
	__m256i must = _mm256_or_si256(_mm256_subs_epu8(wide_load(s - 1), _mm256_set1_epi8((char)0xbf)),
	                               _mm256_subs_epu8(wide_load(s - 2), _mm256_set1_epi8((char)0xdf)));
	__m256i free = _mm256_cmpeq_epi8(must, _mm256_setzero_si256());
	__m256i begins = _mm256_cmpgt_epi8(v, _mm256_set1_epi8((char)0xbf)); /* as signed bytes */
	__m256i special = _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)0xe0)),
	                                  _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)0xed)));
	__m256i invalid = _mm256_cmpeq_epi8(_mm256_and_si256(v, _mm256_set1_epi8((char)0xfe)), _mm256_set1_epi8((char)0xc0));
	__m256i four = _mm256_subs_epu8(v, _mm256_set1_epi8((char)0xef));

	return _mm256_or_si256(_mm256_or_si256(_mm256_xor_si256(free, begins), special), _mm256_or_si256(invalid, four));
}

/* The same as beyond_doubt begins with, in a third of the steps. */
static WIDE size_t
beyond_doubt_wide(const unsigned char *s, size_t i, size_t n)
{
	for (; n - i >= 64; i += 64) {
		__m256i doubt = _mm256_or_si256(doubts_wide(s + i), doubts_wide(s + i + 32));

		if (!_mm256_testz_si256(doubt, doubt))
			break;
	}
	return i;
}
#endif

/* How many of the bytes from I on, where a character begins, are beyond doubt: whole characters.
 * Lines of Japanese pass here at some 10 GB/s, eight times as fast as character by character. */
static size_t
beyond_doubt(const unsigned char *s, size_t i, size_t n)
{
	size_t end = i;

#ifdef TZ_WIDE
	if (n - i >= 64 && has_wide())
		end = beyond_doubt_wide(s, i, n);
#endif
	while (n - end >= 64 &&
	       !v16_any(doubts(s + end) | doubts(s + end + 16) | doubts(s + end + 32) | doubts(s + end + 48)))
		end += 64;
	while (n - end >= 16 && !v16_any(doubts(s + end)))
		end += 16;
	if (end == i)
		return i;
	/* the last character may go on behind END */
	if (s[end - 1] >= 0xc0)
		return end - 1;
	return s[end - 2] >= 0xe0 ? end - 2 : end;
}

/* Whether the last 16 of N bytes are beyond doubt, up to whole characters: the rest of a line that is
 * no multiple of 16, in one look that goes back over some of what is known already. */
static int
ends_well(const unsigned char *s, size_t n)
{
	return n >= 18 && s[n - 1] < 0xc0 && s[n - 2] < 0xe0 && !v16_any(doubts(s + n - 16));
}
#endif

size_t
utf8_valid(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t i = 0;

	while (i < n) {
		size_t want;

#ifdef TZ_VECTORS
		if (i >= 2 && n - i >= 16)
			i = beyond_doubt(s, i, n);
		if (i == n || (i >= 2 && n - i < 16 && ends_well(s, n)))
			return n;
#endif
		if (s[i] < 0x80) {
			i++;
			continue;
		}
		if (right(s + i, n - i, &want) != want || !want)
			break;
		i += want;
	}
	return i;
}

size_t
utf8_bad(const char *p, size_t n)
{
	size_t want, have = right((const unsigned char *)p, n, &want);

	if (have == n && have < want)
		return 0;
	return have ? have : 1;
}

size_t
utf8_count(const char *p, size_t n)
{
	size_t i = 0, count = n;

#ifdef TZ_VECTORS
	while (n - i >= 16) {
		v16 sum = {0};
		size_t rounds;

		/* a comparison gives -1 in a lane: 255 rounds fit in its byte */
		for (rounds = 0; rounds < 255 && n - i >= 16; rounds++, i += 16)
			sum -= (v16)((v16_load(p + i) & 0xc0) == 0x80);
		count -= v16_sum(sum);
	}
#endif
	for (; i < n; i++)
		count -= ((unsigned char)p[i] & 0xc0) == 0x80;
	return count;
}
