/* nuls.c - documents with NUL bytes; see nuls.h */
#include "decode/nuls.h"

#include <string.h>

#include "base/buf.h"

enum { SUB = 0x1a, UNIT32 = 4 };

static int
is_padding(unsigned char c)
{
	return c == '\0' || c == SUB;
}

/* The code unit at P, of which BIG says that its high byte comes first. */
static unsigned long
unit32(const unsigned char *p, int big)
{
	if (big)
		return (unsigned long)p[0] << 24 | (unsigned long)p[1] << 16 | (unsigned long)p[2] << 8 | p[3];
	return (unsigned long)p[3] << 24 | (unsigned long)p[2] << 16 | (unsigned long)p[1] << 8 | p[0];
}

/* A character that text has: of the planes up to the third, or a variation selector of plane 14, and no surrogate (Unicode,
 * section 3.9). Between those planes would be UTF-16 with a tab or a line end in every second place. */
static int
is_character(unsigned long c)
{
	return c > 0 && (c < 0x40000 || (c >= 0xe0100 && c < 0xe01f0)) && (c & 0xfff800) != 0xd800;
}

/* Are the units in front characters, and all behind them NUL? Of ASCII or UTF-16 not even two are: the unit has no zero
 * on top. */
static int
is_utf32(const unsigned char *p, size_t n, int big)
{
	size_t i = 0, units;

	while (n - i >= UNIT32 && is_character(unit32(p + i, big)))
		i += UNIT32;
	for (units = i / UNIT32; i < n && p[i] == '\0'; i++)
		;
	return units && (units > 1 || (big && n == UNIT32)) && n - i < UNIT32;
}

const char *
nuls_utf32(const unsigned char *p, size_t n)
{
	if (is_utf32(p, n, 0))
		return "UTF-32LE";
	return is_utf32(p, n, 1) ? "UTF-32BE" : NULL;
}

size_t
nuls_unpadded(const unsigned char *p, size_t n)
{
	size_t end = n;

	while (end && is_padding(p[end - 1]))
		end--;
	if (n - end < 2)
		return n;
	/* the last zero may be the high byte of a letter */
	return end % 2 && memchr(p, '\0', end) ? end + 1 : end;
}

/* A control that neither text nor padding has: no blank, line end, form feed, escape. */
static int
is_odd_control(unsigned char c)
{
	return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\033' && !is_padding(c)) || c == 0x7f;
}

unsigned char *
nuls_as_blanks(const unsigned char *p, size_t n)
{
	unsigned char *copy;
	size_t i;

	for (i = 0; i < n; i++)
		if (is_odd_control(p[i]))
			return NULL;
	copy = emalloc(n);
	for (i = 0; i < n; i++)
		copy[i] = p[i] == '\0' ? ' ' : p[i];
	return copy;
}
