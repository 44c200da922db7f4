/* wordtype.c - what a word shows; see wordtype.h */
#include "split/wordtype.h"

#include "base/utf8.h"

enum { FIGURE_CHARS = 16, UNIT_CHARS = 4, GRADE_CHARS = 2, VARIATION = 0xfe0f };

/* C, of the full-width forms of ASCII, as ASCII. */
static uint32_t
narrow(uint32_t c)
{
	return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

static int
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static int
is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x30fc;
}

static int
is_sign(uint32_t c)
{
	return is_dash(c) || c == '+' || c == '(' || c == '\\' || c == 0xa5 || c == 0x25b2 || c == 0x25b3 || c == 0xb1;
}

/* Signs that people grade with: geometric shapes, dingbats, the crosses and circles beside them, pictures. */
static int
is_mark(uint32_t c)
{
	return (c >= 0x25a0 && c <= 0x27bf) || c == 0xd7 || c == 0x3007 || (c >= 0x2b50 && c <= 0x2b59) || c >= 0x1f300;
}

/* Letters and ideographs: of these, a figure has but its unit. */
static int
is_letter(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c > 0x3004 && c < 0xff00);
}

/* Other words show nothing, by their first character: nearly all of running text. */
static int
may_show(uint32_t first)
{
	return is_dash(first) || is_digit(first) || is_sign(first) || is_mark(first) || (first >= 'A' && first <= 'Z');
}

enum wordtype
wordtype(struct slice word)
{
	uint32_t c, first = 0, second = 0;
	size_t i, len, n = 0, letters = 0, run = 0;

	for (i = 0; i < word.n; i += len, n++) {
		c = narrow(utf8_next(word.p + i, word.n - i, &len));
		if (i == 0 && !may_show(c))
			return WORD_TEXT;
		if (c == VARIATION && n--)
			continue;
		first = n == 0 ? c : first;
		second = n == 1 ? c : second;
		run = is_letter(c) ? run + 1 : 0;
		letters = run > letters ? run : letters;
	}
	if (n == 1 && is_dash(first))
		return WORD_DASH;
	if (is_digit(first) || (is_sign(first) && (is_digit(second) || is_sign(second))))
		return n <= FIGURE_CHARS && letters <= UNIT_CHARS ? WORD_FIGURE : WORD_TEXT;
	if (((first >= 'A' && first <= 'Z') || is_mark(first)) && (n == 1 || (n == GRADE_CHARS && is_sign(second))))
		return WORD_GRADE;
	return WORD_TEXT;
}
