/* utf16.c - UTF-16 of either byte order (RFC 2781), and UTF-8 passed on; see decoder.h */
#include <string.h>

#include "encoding/decoder.h"
#include "base/utf8.h"

static inline unsigned
unit(const unsigned char *s, int big)
{
	return big ? (unsigned)s[0] << 8 | s[1] : (unsigned)s[1] << 8 | s[0];
}

static inline int
is_high(unsigned u)
{
	return (u & 0xfc00) == 0xd800;
}

static inline int
is_low(unsigned u)
{
	return (u & 0xfc00) == 0xdc00;
}

/* A surrogate pair. Half of one is bad by itself, as in the WHATWG's decoder. */
static size_t
pair(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	unsigned high = unit(s, d->big);

	if (is_high(high) && n < 4) {
		d->bad = d->eof ? n : 0;
		return 0;
	}
	if (!is_high(high) || !is_low(unit(s + 2, d->big))) {
		d->bad = 2;
		return 0;
	}
	*o += utf8_put(*o, 0x10000U + ((high & 0x3ffU) << 10) + (unit(s + 2, d->big) & 0x3ffU));
	return 4;
}

/* The hot loop: code units that are characters. Returns where the first other one is. */
static inline size_t
characters(const unsigned char *s, size_t n, char **out, int big)
{
	char *o = *out;
	size_t i;

	for (i = 0; n - i >= 2; i += 2) {
		unsigned u = unit(s + i, big);

		if (is_high(u) || is_low(u))
			break;
		o += utf8_put(o, u);
	}
	*out = o;
	return i;
}

size_t
decode_utf16(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	size_t i = 0, took;
	char *o = out;

	for (;;) {
		i += d->big ? characters(s + i, n - i, &o, 1) : characters(s + i, n - i, &o, 0);
		took = n - i >= 2 ? pair(d, s + i, n - i, &o) : 0;
		if (!took)
			break;
		i += took;
	}
	if (n - i == 1)
		d->bad = d->eof ? 1 : 0;
	d->made = (size_t)(o - out);
	return i;
}

size_t
decode_utf8(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	size_t good = utf8_valid((const char *)s, n);

	memcpy(out, s, good);
	d->made = good;
	if (good < n)
		d->bad = utf8_bad((const char *)s + good, n - good);
	if (good < n && !d->bad && d->eof)
		d->bad = n - good;
	return good;
}
