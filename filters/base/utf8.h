/* utf8.h - facts about UTF-8 (RFC 3629, Unicode 15 section 3.9) */
#ifndef TZ_BASE_UTF8_H
#define TZ_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* How many bytes at P, of N, are well-formed UTF-8 (all of them: returns N). */
size_t utf8_valid(const char *p, size_t n);
/* The bytes at P, N > 0 of them, are not a whole character: how many of them one U+FFFD stands for (the "maximal
 * subpart" of Unicode section 3.9, as the WHATWG has it); 0 if they are the beginning of a character that N cuts. */
size_t utf8_bad(const char *p, size_t n);
/* What stands at P, of N bytes, in CESU-8 or modified UTF-8 and is not well-formed UTF-8: a character of two surrogates,
 * of 6 bytes, NUL of 2; else 0. */
static inline size_t
utf8_cesu8(const unsigned char *p, size_t n)
{
	if (n >= 2 && p[0] == 0xc0 && p[1] == 0x80)
		return 2;
	return n >= 6 && p[0] == 0xed && (p[1] & 0xf0) == 0xa0 && (p[2] & 0xc0) == 0x80 && p[3] == 0xed &&
	       (p[4] & 0xf0) == 0xb0 && (p[5] & 0xc0) == 0x80 ? 6 : 0;
}
/* Code points in well-formed UTF-8: the unit of columns. */
size_t utf8_count(const char *p, size_t n);
/* Decodes one character of well-formed UTF-8 at P, N > 0; its length into *LEN. */
static inline uint32_t
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
/* Writes C as UTF-8 to P (4 bytes of room); returns the length. In line: decoders do it for each character. */
static inline size_t
utf8_put(char *p, uint32_t c)
{
	size_t n = 0;

	if (c < 0x80) {
		p[n++] = (char)c;
		return n;
	}
	if (c < 0x800)
		p[n++] = (char)(0xc0 | c >> 6);
	else {
		if (c < 0x10000)
			p[n++] = (char)(0xe0 | c >> 12);
		else {
			p[n++] = (char)(0xf0 | c >> 18);
			p[n++] = (char)(0x80 | (c >> 12 & 0x3f));
		}
		p[n++] = (char)(0x80 | (c >> 6 & 0x3f));
	}
	p[n++] = (char)(0x80 | (c & 0x3f));
	return n;
}

#endif
