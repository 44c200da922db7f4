/*
 * width.h - how wide a character is on a page of fixed width, by the rules that programs go by
 *
 * Who lays out columns with blanks counts in one of these ways, and no text says in which. East_Asian_Width is
 * Unicode's (UAX #11), as utf8proc has it; "ambiguous" characters (○ ① …) are wide in the fonts of Japanese terminals
 * and narrow elsewhere. A variation selector 16 makes a sign a picture, which newer programs take to be wide.
 */
#ifndef TZ_BASE_WIDTH_H
#define TZ_BASE_WIDTH_H

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

/* width_next of what is no ASCII. */
size_t width_rare(struct slice s, enum width how, size_t *len);

static inline size_t
width_next(struct slice s, enum width how, size_t *len)
{
	*len = 1;
	return (unsigned char)*s.p < 0x80 ? 1 : width_rare(s, how, len);
}

#endif
