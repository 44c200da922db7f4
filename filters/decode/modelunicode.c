/* modelunicode.c - what bytes cost as Japanese text in UTF-8 and UTF-16; see model.h */
#include <string.h>

#include "decode/modelja.h"
#include "base/utf8.h"

/* A character of Unicode beyond ASCII, in Japanese text. */
static inline void
add_unicode(struct score *s, unsigned long c, size_t offset)
{
	unsigned code = c < 0x10000 ? to_jis_code[to_jis_page[c >> 8]][c & 0xff] : 0;

	if (c >= 0xff61 && c <= 0xff9f)
		add_kana(s, (unsigned)(c - 0xff61 + 0xa1));
	else if (code && !(code & 0x8000)) {
		unsigned row = (code >> 8) - 0x21, cell = (code & 0xff) - 0x21, cost = cost_eucjp[row * 94 + cell];

		add_jis(s, class_of(row, cell, cost), cost, row * 94 + cell);
	} else if (c == 0xfeff)
		return;
	else if (c < 0xa0 || (c >= 0xd800 && c < 0xf900) || (c >= 0xfdd0 && c < 0xfdf0) || (c & 0xfffe) == 0xfffe)
		score_wrong(s, offset);
	else if ((c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || c >= 0x20000)
		add(s, K_KANJI, COST_RARE);
	else
		add(s, K_SYMBOL, COST_FOREIGN);
}

void
score_utf8(struct score *to, const unsigned char *p, size_t n)
{
	struct score s = *to;
	size_t i = 0, len, bad;

	while (i < n && !hopeless(&s, n - i, FLOOR_UTF8)) {
		if (p[i] < 0x80) {
			add_ascii(&s, p[i++]);
			continue;
		}
		if (p[i] < 0xc2 || p[i] > 0xf4) { /* begins nothing */
			score_wrong(&s, i++);
			continue;
		}
		bad = utf8_bad((const char *)p + i, n - i);
		len = p[i] < 0xe0 ? 2 : p[i] < 0xf0 ? 3 : 4;
		if (!bad) {
			int usual = p[i] >= 0xe3 && p[i] <= 0xe9;

			score_cut(&s, n - i, (usual ? 5 * BIT : 10 * BIT) + (long)(n - i - 1) * 6 * BIT);
			break;
		}
		if (bad == len) {
			add_unicode(&s, utf8_next((const char *)p + i, n - i, &len), i);
			i += len;
		} else {
			score_wrong(&s, i);
			i += bad;
		}
	}
	*to = s;
}

static inline unsigned
unit_at(const unsigned char *p, int big)
{
	return (unsigned)p[!big] << 8 | p[big];
}

/* Nobody asks by how much UTF-16 is less likely than what it is not: it ends at the limit, right or wrong. */
static inline void
score_utf16(struct score *to, const unsigned char *p, size_t n, int big)
{
	struct score s = *to;
	long floor = memchr(p, 0xff, n) ? 0 : FLOOR_UTF16; /* without that byte, half-width kana are out as well */
	size_t i;

	for (i = 0; i + 1 < n && !score_given_up(&s, n - i, floor); i += 2) {
		unsigned u = unit_at(p + i, big);

		if (u == 0)
			score_wrong(&s, i);
		else if (u < 0x80)
			add_ascii(&s, u);
		else if ((u & 0xfc00) == 0xd800 && i + 3 < n && (unit_at(p + i + 2, big) & 0xfc00) == 0xdc00) {
			add(&s, K_KANJI, COST_RARE);
			i += 2;
		} else
			add_unicode(&s, u, i);
	}
	if (i + 1 == n)
		score_cut(&s, 1, COST_CUT);
	*to = s;
}

void
score_utf16le(struct score *s, const unsigned char *p, size_t n)
{
	score_utf16(s, p, n, 0);
}

void
score_utf16be(struct score *s, const unsigned char *p, size_t n)
{
	score_utf16(s, p, n, 1);
}
