/* utf16.c - UTF-16 of either byte order (RFC 2781), and UTF-8 passed on; see decoder.h */
#include <string.h>

#include "decoder.h"
#include "utf8.h"

static inline unsigned
unit(const struct decoder *d, const unsigned char *s)
{
	return d->big ? (unsigned)s[0] << 8 | s[1] : (unsigned)s[1] << 8 | s[0];
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
	unsigned high = unit(d, s);

	if (is_high(high) && n < 4) {
		d->bad = d->eof ? n : 0;
		return 0;
	}
	if (!is_high(high) || !is_low(unit(d, s + 2))) {
		d->bad = 2;
		return 0;
	}
	*o += utf8_put(*o, 0x10000U + ((high & 0x3ffU) << 10) + (unit(d, s + 2) & 0x3ffU));
	return 4;
}

size_t
decode_utf16(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	size_t i = 0;
	char *o = out;

	while (n - i >= 2) {
		unsigned u = unit(d, s + i);
		size_t took = 2;

		if (is_high(u) || is_low(u))
			took = pair(d, s + i, n - i, &o);
		else
			o += utf8_put(o, u);
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
