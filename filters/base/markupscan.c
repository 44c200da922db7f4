/* markupscan.c - whether there is any markup; see markup.h */
#include "base/markup.h"

#include <stdint.h>

#include "base/pairs.h"

/* What begins markup, or is a blank that looks like none: \f, and the first byte of U+00A0. */
static int
is_trigger(unsigned char c, enum markup how)
{
	switch (c) {
	case '*': case '<': case '&': case '\f': case 0xc2:
		return 1;
	case '\\': case '_': case '~': case '`': case '[':
		return how == MARKUP_GFM;
	}
	return 0;
}

/* Two bytes of U+FEFF, EF BB BF, and of U+200B, E2 80 8B, which few other characters have. */
static int
is_unseen(unsigned char c, unsigned char next)
{
	return (c == 0xef && next == 0xbb) || (c == 0x80 && next == 0x8b);
}

#ifdef TZ_WIDE
/* The same by halves. Bits: 1 * and &, 2 < and \f, 4 C2, 8 EF BB, 16 80 8B; of the first three, any byte will do behind. */
static const struct pairs cells = {
	.first = {
		.lower = {[0x0] = 16, [0x2] = 4, [0x6] = 1, [0xa] = 1, [0xc] = 2, [0xf] = 8},
		.upper = {[0x0] = 2, [0x2] = 1, [0x3] = 2, [0x8] = 16, [0xc] = 4, [0xe] = 8},
	},
	.then = {
		.lower = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 | 8 | 16, 7, 7, 7, 7},
		.upper = {7, 7, 7, 7, 7, 7, 7, 7, 7 | 16, 7, 7, 7 | 8, 7, 7, 7, 7},
	},
};

/* Where to look on, behind more than a block: at the first that may have some, or at the last byte. */
static WIDE const char *
skip_wide(const char *p, const char *end)
{
	const char *last = end - 1 - WIDE_BLOCK;

	for (; p < last; p += WIDE_BLOCK)
		if (pairs_from(&cells, p))
			return p;
	return pairs_from(&cells, last) ? last : end - 1;
}
#endif

int
markup_may_be_in(struct slice s, enum markup how)
{
	const char *p = s.p, *end = p + s.n;

#ifdef TZ_WIDE
	if (how == MARKUP_CELLS && s.n > WIDE_BLOCK && has_wide())
		p = skip_wide(p, end);
#endif
	for (; p < end; p++)
		if (is_trigger((unsigned char)*p, how) || (end - p > 1 && is_unseen((unsigned char)p[0], (unsigned char)p[1])))
			return 1;
	return 0;
}
