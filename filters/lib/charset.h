/*
 * charset.h - a set of characters of three bytes, U+0800 to U+FFFF: whether the first or the last character of
 * a text is one of them costs one look into a table, where comparing it with each took a call or two apiece
 */
#ifndef TZ_CHARSET_H
#define TZ_CHARSET_H

#include <stddef.h>

#include "buf.h"

/* Starts as {0}. Memory that is not touched is not taken. */
struct charset {
	unsigned char bits[0x10000 / 8];
};

/* Adds the characters of CHARS, UTF-8; those of another length are left out. */
void charset_add(struct charset *set, const char *chars);

/* The three bytes at P, if they are a character, are one of the set; no bytes that are none are. */
static inline int
charset_at(const struct charset *set, const char *p)
{
	const unsigned char *s = (const unsigned char *)p;
	unsigned c = (s[0] & 0xfU) << 12 | (s[1] & 0x3fU) << 6 | (s[2] & 0x3fU);

	return (s[0] & 0xf0) == 0xe0 && (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80 && (set->bits[c / 8] >> c % 8 & 1);
}

static inline int
charset_begins(const struct charset *set, struct slice s)
{
	return s.n >= 3 && charset_at(set, s.p);
}

static inline int
charset_ends(const struct charset *set, struct slice s)
{
	return s.n >= 3 && charset_at(set, s.p + s.n - 3);
}

#endif
