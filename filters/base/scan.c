/* scan.c - runs of bytes; see scan.h */
#include "base/wide.h"

size_t
scan_ascii(const void *p, size_t n)
{
	const unsigned char *s = p;
	size_t i = 0;

#ifdef TZ_VECTORS
	for (; n - i >= 64; i += 64) {
		v16 any = v16_load(s + i) | v16_load(s + i + 16) | v16_load(s + i + 32) | v16_load(s + i + 48);

		if (v16_any((v16)(any >= 0x80)))
			break;
	}
#endif
	while (n - i >= 8 && scan_ascii8(s + i))
		i += 8;
	while (i < n && s[i] < 0x80)
		i++;
	return i;
}

#ifdef TZ_WIDE
enum { BLOCK = 32 };

static inline WIDE size_t
wide_sum(__m256i v)
{
	__m256i sum = _mm256_sad_epu8(v, _mm256_setzero_si256());

	return (size_t)(_mm256_extract_epi64(sum, 0) + _mm256_extract_epi64(sum, 1) + _mm256_extract_epi64(sum, 2) +
	                _mm256_extract_epi64(sum, 3));
}

/* Counts C in whole pairs of blocks, and moves *I behind them: in a fifth of the steps that 16 bytes at a time take. */
static WIDE size_t
count_wide(const unsigned char *s, size_t n, unsigned char c, size_t *i)
{
	const __m256i want = _mm256_set1_epi8((char)c);
	size_t count = 0;

	while (n - *i >= 2 * BLOCK) {
		/* a comparison gives -1 in a lane: 255 rounds fit in its byte */
		size_t rounds = (n - *i) / (2 * BLOCK), end = *i + (rounds < 255 ? rounds : 255) * 2 * BLOCK;
		__m256i a = _mm256_setzero_si256(), b = a;

		for (; *i < end; *i += 2 * BLOCK) {
			a = _mm256_sub_epi8(a, _mm256_cmpeq_epi8(wide_load(s + *i), want));
			b = _mm256_sub_epi8(b, _mm256_cmpeq_epi8(wide_load(s + *i + BLOCK), want));
		}
		count += wide_sum(a) + wide_sum(b);
	}
	return count;
}

/* How many bytes at S, in whole blocks, are before the first block with a control as scan_controls means it. */
static WIDE size_t
no_controls_wide(const unsigned char *s, size_t n)
{
	const __m256i last = _mm256_set1_epi8(31), tab = _mm256_set1_epi8('\t'), lf = _mm256_set1_epi8('\n'),
	              cr = _mm256_set1_epi8('\r');
	size_t i;

	for (i = 0; n - i >= BLOCK; i += BLOCK) {
		__m256i v = wide_load(s + i), low = _mm256_cmpeq_epi8(_mm256_min_epu8(v, last), v);
		__m256i text = _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(v, tab), _mm256_cmpeq_epi8(v, lf)),
		                               _mm256_cmpeq_epi8(v, cr));

		if (!_mm256_testc_si256(text, low))
			break;
	}
	return i;
}
#endif

size_t
scan_count(const void *p, size_t n, unsigned char c)
{
	const unsigned char *s = p;
	size_t i = 0, count = 0;

#ifdef TZ_WIDE
	if (n >= 2 * BLOCK && has_wide())
		count = count_wide(s, n, c, &i);
#endif
#ifdef TZ_VECTORS
	while (n - i >= 16) {
		v16 sum = {0};
		size_t rounds;

		/* a comparison gives -1 in a lane: 255 rounds fit in its byte */
		for (rounds = 0; rounds < 255 && n - i >= 16; rounds++, i += 16)
			sum -= (v16)(v16_load(s + i) == c);
		count += v16_sum(sum);
	}
#endif
	for (; i < n; i++)
		count += s[i] == c;
	return count;
}

size_t
scan_controls(const void *p, size_t n)
{
	const unsigned char *s = p;
	size_t i = 0, count = 0;

#ifdef TZ_WIDE
	if (has_wide())
		i = no_controls_wide(s, n);
#endif
#ifdef TZ_VECTORS
	/* a block without any, as nearly all are, is not looked at again */
	for (; n - i >= 16; i += 16) {
		v16 v = v16_load(s + i);
		v16 control = v16_in(v, 0, 8) | v16_in(v, 11, 12) | v16_in(v, 14, 31);
		size_t lane;

		for (lane = v16_any(control) ? 0 : 16; lane < 16; lane++)
			count += control[lane] & 1;
	}
#endif
	for (; i < n; i++)
		count += s[i] < ' ' && s[i] != '\t' && s[i] != '\n' && s[i] != '\r';
	return count;
}

#ifdef TZ_WIDE
static inline WIDE uint32_t
pairs_at(const char *p, const char *pair)
{
	return wide_bits(_mm256_and_si256(_mm256_cmpeq_epi8(wide_load(p), _mm256_set1_epi8(pair[0])),
	    _mm256_cmpeq_epi8(wide_load(p + 1), _mm256_set1_epi8(pair[1]))));
}

/* scan_pair of more bytes than a block has. The last block is that of the last bytes, some of which were in the one
 * before. */
static WIDE size_t
pair_wide(const char *s, size_t n, const char *pair)
{
	size_t i, last = n - BLOCK - 1;
	uint32_t at;

	for (i = 0; i < last; i += BLOCK)
		if ((at = pairs_at(s + i, pair)))
			return i + (size_t)__builtin_ctz(at);
	at = pairs_at(s + last, pair);
	return at ? last + (size_t)__builtin_ctz(at) : n;
}
#endif

size_t
scan_pair(const void *p, size_t n, const char *pair)
{
	const char *s = p;
	size_t i = 0;

#ifdef TZ_WIDE
	if (n > BLOCK && has_wide())
		return pair_wide(s, n, pair);
#endif
	while (i + 1 < n && (s[i] != pair[0] || s[i + 1] != pair[1]))
		i++;
	return i + 1 < n ? i : n;
}

const unsigned char *
scan_copy(const unsigned char *p, const unsigned char *end, char **out)
{
	char *o = *out;

#ifdef TZ_LITTLE
	/* Eight bytes are copied, of which as many count as are ASCII: most runs in Japanese text are of a few */
	while (end - p >= 8) {
		uint64_t w, high;
		unsigned n;

		memcpy(&w, p, sizeof(w));
		memcpy(o, &w, sizeof(w));
		high = w & UINT64_C(0x8080808080808080);
		n = high ? (unsigned)__builtin_ctzll(high) / 8 : 8;
		o += n;
		p += n;
		if (high) {
			*out = o;
			return p;
		}
	}
#endif
	while (p < end && *p < 0x80)
		*o++ = (char)*p++;
	*out = o;
	return p;
}
