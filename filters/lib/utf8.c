/* utf8.c - facts about UTF-8; see utf8.h */
#include "utf8.h"

#include "scan.h"

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
/* Japanese is three-byte characters in a row: five of them at once. Their leads are E1 to EC, EE and EF;
 * E0 and ED restrict the byte behind them and are left to the slow way. No other byte of the fifteen can
 * be E0 or ED, so the whole vector is asked. The sixteenth byte may be anything. */
static size_t
threes(const unsigned char *s, size_t n)
{
	static const v16 mask = {0xf0, 0xc0, 0xc0, 0xf0, 0xc0, 0xc0, 0xf0, 0xc0, 0xc0, 0xf0, 0xc0, 0xc0, 0xf0, 0xc0, 0xc0};
	static const v16 want = {0xe0, 0x80, 0x80, 0xe0, 0x80, 0x80, 0xe0, 0x80, 0x80, 0xe0, 0x80, 0x80, 0xe0, 0x80, 0x80};
	size_t i = 0;

	while (n - i >= 16) {
		v16 v = v16_load(s + i), wrong = (v & mask) ^ want;

		v[15] = 0;
		if (v16_any(wrong | (v16)(v == 0xe0) | (v16)(v == 0xed)))
			break;
		i += 15;
	}
	return i;
}
#endif

size_t
utf8_valid(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t i = 0;

	while (i < n) {
		size_t want;

		if (s[i] < 0x80) {
			i += scan_ascii(s + i, n - i);
			continue;
		}
#ifdef TZ_VECTORS
		i += threes(s + i, n - i);
		if (i == n || s[i] < 0x80)
			continue;
#endif
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
	size_t i, count = 0;

	for (i = 0; i < n; i++)
		count += ((unsigned char)p[i] & 0xc0) != 0x80;
	return count;
}

uint32_t
utf8_next(const char *p, size_t n, size_t *len)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t i, l = s[0] < 0x80 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	uint32_t c = l == 1 ? s[0] : s[0] & (0x7fU >> l);

	if (l > n) /* not well-formed after all: stay inside */
		l = n;
	for (i = 1; i < l; i++)
		c = c << 6 | (s[i] & 0x3fU);
	*len = l;
	return c;
}

size_t
utf8_put(char *p, uint32_t c)
{
	static const unsigned char first[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, i;

	for (i = n - 1; i > 0; i--, c >>= 6)
		p[i] = (char)(0x80 | (c & 0x3f));
	p[0] = (char)(first[n] | c);
	return n;
}
