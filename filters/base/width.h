/*
 * width.h - how wide a character is on a page of fixed width, by the rules that programs go by
 *
 * Who lays out columns with blanks counts in one of these ways, and no text says in which. East_Asian_Width is
 * Unicode's (UAX #11), as utf8proc has it; "ambiguous" characters (○ ① …) are wide in the fonts of Japanese terminals
 * and narrow elsewhere. A variation selector 16 makes a sign a picture, which newer programs take to be wide.
 */
#ifndef TZ_BASE_WIDTH_H
#define TZ_BASE_WIDTH_H

#include <stdint.h>

#include "base/buf.h"

enum width {
	WIDTH_WIDE,     /* all beyond ASCII and half-width katakana are two wide */
	WIDTH_NARROW,   /* wide and full-width characters alone are */
	WIDTH_OLD,      /* the same, but no sign of the Unicode before pictures had one: ✅ is narrow, as in w3m */
	WIDTH_PICTURES, /* as WIDTH_NARROW, and so are signs with a variation selector 16 */
	WIDTH_CHARS,    /* each code point is one wide: printf's %-20s in most languages, and poppler's pdftotext */
	WIDTHS
};

/* How wide the character at the start of S, which is well-formed UTF-8 and not empty, is; its bytes, with a variation
 * selector behind it, into *LEN. */
static inline size_t width_next(struct slice s, enum width how, size_t *len);
/* All characters of S are as wide by each way but WIDTH_CHARS: ASCII, kana, ideographs. */
int width_is_told(struct slice s);

/* Punctuation, kana, ideographs and full-width ASCII are wide in all versions of Unicode (UAX #11); most of a page are. */
static inline int
width_is_wide(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) ||
	       (c >= 0x3000 && c <= 0x3029) || (c >= 0xff01 && c <= 0xff60);
}

/* width_next of what is no ASCII. */
size_t width_rare(struct slice s, enum width how, size_t *len);

/* Asked of every character of a page: wide ones, without a selector behind, are told here. */
static inline size_t
width_next(struct slice s, enum width how, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p;

	*len = 1;
	if (*p < 0x80)
		return 1;
	if (*p >= 0xe3 && *p < 0xf0 && (s.n == 3 || p[3] != 0xef) && width_is_wide((*p & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU))) {
		*len = 3;
		return how == WIDTH_CHARS ? 1 : 2;
	}
	return width_rare(s, how, len);
}

#endif
