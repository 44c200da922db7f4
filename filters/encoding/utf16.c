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

/* What others write as UTF-8: a character beyond FFFF as two surrogates of three bytes each (CESU-8, Unicode Technical
 * Report 26; Oracle and old MySQL call that "utf8"), and NUL as two bytes (Java's modified UTF-8). It stands for one thing
 * only, and encodes to other bytes. Returns its length, 0 if S is no such thing. */
static size_t
cesu8(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	size_t len = utf8_cesu8(s, n);

	if (len == 2)
		*(*o)++ = '\0';
	else if (len)
		*o += utf8_put(*o, 0x10000U + ((s[1] & 0xfU) << 16 | (s[2] & 0x3fU) << 10 | (s[4] & 0xfU) << 6 | (s[5] & 0x3fU)));
	if (len)
		d->odd = d->cesu = 1;
	return len;
}

size_t
decode_utf8(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	size_t i = 0, good;
	char *o = out;

	do {
		good = utf8_valid((const char *)s + i, n - i);
		memcpy(o, s + i, good);
		o += good;
		i += good;
		good = i < n ? cesu8(d, s + i, n - i, &o) : 0;
		i += good;
	} while (good);
	d->made = (size_t)(o - out);
	if (i < n)
		d->bad = utf8_bad((const char *)s + i, n - i);
	if (i < n && !d->bad && d->eof)
		d->bad = n - i;
	else if (i < n && !d->eof && n - i < 6 && (s[i] == 0xc0 || s[i] == 0xed)) /* it may become one of these */
		d->bad = 0;
	return i;
}
