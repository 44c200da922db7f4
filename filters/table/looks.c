/* looks.c - what a cell is written with; see table/looks.h */
#include "table/looks.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

enum { DIGITS_MAX = 6 };

static enum symbol
ascii(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return SYM_DIGIT;
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		return SYM_LATIN;
	switch (c) {
	case '(': case '[': case '{': case '<':
		return SYM_OPEN;
	case ')': case ']': case '}': case '>':
		return SYM_CLOSE;
	case ',': case '.': case '/': case '-': case ':': case '_': case '\'': case '"': case '&': case '~':
		return SYM_POINT;
	case '!': case '?':
		return SYM_STOP;
	}
	return SYM_MARK;
}

/* Of CJK Symbols and Punctuation, U+3000 to U+303F. */
static enum symbol
cjk_punctuation(uint32_t c)
{
	if (c == 0x3002)
		return SYM_STOP;
	if (c == 0x3005 || c == 0x3006) /* 々〆: parts of words; 〇 is a circle, as a rule */
		return SYM_KANJI;
	if ((c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301b))
		return c & 1 ? SYM_CLOSE : SYM_OPEN; /* in pairs, the opening one even */
	return c == 0x3001 || c == 0x301c || c == 0x3030 ? SYM_POINT : SYM_MARK;
}

static enum symbol
symbol_of(uint32_t c)
{
	if (c < 0x80)
		return ascii(c);
	if (c >= 0x4e00 && c <= 0x9fff)
		return SYM_KANJI;
	if (c >= 0x3000 && c <= 0x303f)
		return cjk_punctuation(c);
	if (c >= 0x3041 && c <= 0x309f)
		return SYM_HIRAGANA;
	if (c == 0x30fb || c == 0xff65) /* ・ */
		return SYM_POINT;
	if ((c >= 0x30a0 && c <= 0x30ff) || (c >= 0xff66 && c <= 0xff9f))
		return SYM_KATAKANA;
	if (c >= 0xff01 && c <= 0xff5e)
		return ascii(c - 0xff01 + '!');
	if ((c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) ||
	    (c >= 0x2e80 && c <= 0x2fdf))
		return SYM_KANJI;
	if (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7)
		return SYM_LATIN;
	if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2026 || c == 0xff61 || c == 0xff64)
		return c == 0xff61 ? SYM_STOP : SYM_POINT;
	return SYM_MARK;
}

static uint32_t
folded(uint32_t c)
{
	return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

static void
add(struct looks *l, uint32_t c, unsigned *runs)
{
	enum symbol s = symbol_of(c);

	if (l->len == 0) {
		l->first = (unsigned char)s;
		l->begins = folded(c);
	}
	l->ends = folded(c);
	if (l->last != s && *runs < LOOKS_RUNS)
		l->runs |= (uint32_t)s << 4 * (*runs)++;
	l->last = (unsigned char)s;
	l->set = (unsigned short)(l->set | 1U << s);
	l->hash = (l->hash ^ folded(c)) * 0x01000193u; /* FNV-1a, a character at a time */
	l->len++;
}

/* The first run of digits, as a number. */
static void
count_digit(struct looks *l, uint32_t c, unsigned *digits, int *ended)
{
	c = folded(c);
	if (c < '0' || c > '9') {
		*ended |= *digits > 0;
		return;
	}
	if (*ended)
		return;
	l->number = *digits == 0 ? (long)(c - '0') : *digits < DIGITS_MAX ? 10 * l->number + (long)(c - '0') : -1;
	if (++*digits > DIGITS_MAX)
		*ended = 1;
}

struct looks
looks_of(struct slice cell)
{
	struct looks l = {.hash = 0x811c9dc5u, .number = -1};
	unsigned runs = 0, digits = 0;
	int ended = 0;
	size_t i = 0, len, blanks = 0, inner = 0;

	while (i < cell.n && l.len < LOOKS_LONG) {
		struct slice rest = {cell.p + i, cell.n - i};
		uint32_t c;

		if ((len = blank_at(rest))) {
			i += len;
			blanks++;
			continue;
		}
		inner += l.len ? blanks : 0;
		blanks = 0;
		if (*rest.p == '\\' && rest.n > 1 && strchr("ntr\\", rest.p[1])) { /* an escape: a newline is a blank */
			i += 2;
			if (rest.p[1] != '\\')
				continue;
			c = '\\';
		} else {
			c = utf8_next(rest.p, rest.n, &len);
			i += len;
		}
		add(&l, c, &runs);
		count_digit(&l, c, &digits, &ended);
	}
	if (inner && (l.set & ~(1U << SYM_KANJI | 1U << SYM_HIRAGANA | 1U << SYM_KATAKANA)) == 0)
		l.spread = (unsigned short)(l.len + inner);
	return l;
}
