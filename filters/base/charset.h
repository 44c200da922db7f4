/*
 * charset.h - sets of characters of three bytes, U+0800 to U+FFFF: which of them the first or the last character of
 * a text is in costs one look into a table, where comparing it with each took a call or two apiece
 */
#ifndef TZ_BASE_CHARSET_H
#define TZ_BASE_CHARSET_H

#include "base/buf.h"

/* Up to eight sets, each a bit. Starts as {0}; memory that is not touched is not taken. */
struct charset {
	unsigned char in[0x10000];
};

/* Adds the characters of CHARS, UTF-8, to the sets SETS; those of another length are left out. */
void charset_add(struct charset *c, const char *chars, unsigned char sets);

/* The sets that the three bytes at P are in; 0 if they are no character. */
static inline unsigned
charset_at(const struct charset *c, const char *p)
{
	const unsigned char *s = (const unsigned char *)p;

	if ((s[0] & 0xf0) != 0xe0 || (s[1] & 0xc0) != 0x80 || (s[2] & 0xc0) != 0x80)
		return 0;
	return c->in[(s[0] & 0xfU) << 12 | (s[1] & 0x3fU) << 6 | (s[2] & 0x3fU)];
}

static inline unsigned
charset_begins(const struct charset *c, struct slice s)
{
	return s.n < 3 ? 0 : charset_at(c, s.p);
}

static inline unsigned
charset_ends(const struct charset *c, struct slice s)
{
	return s.n < 3 ? 0 : charset_at(c, s.p + s.n - 3);
}

#endif
