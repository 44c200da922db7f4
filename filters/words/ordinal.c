/* ordinal.c - numbers in the shapes that headings give them; see ordinal.h */
#include "words/ordinal.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

enum { TOO_MANY = 10000 };

/* The place of C in LIST, from 1; 0 if it is not there. */
static unsigned
place_in(const char *list, uint32_t c)
{
	size_t n = strlen(list), len;
	unsigned place = 1;

	if (c < 0x80) /* most are: the lists are kana and kanji */
		return 0;
	for (; n; place++, list += len, n -= len)
		if (utf8_next(list, n, &len) == c)
			return place;
	return 0;
}

static unsigned
kana_or_letter(uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 1;
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 1;
	return place_in("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン", c);
}

static unsigned
roman_digit(uint32_t c)
{
	switch (c | 0x20) {
	case 'i': return 1;
	case 'v': return 5;
	case 'x': return 10;
	case 'l': return 50;
	}
	return 0;
}

/* Takes the next character into a number read so far: 12 is 1, then 2; 十二 is 10, then 2. */
static unsigned
add_digit(unsigned value, uint32_t c, int *began)
{
	unsigned digit = place_in("一二三四五六七八九", c);

	if (!*began)
		value = 0;
	*began = 1;
	if (c >= '0' && c <= '9')
		return value > TOO_MANY ? value : value * 10 + c - '0';
	if (c == 0x5341) /* 十 */
		return value ? value * 10 : 10;
	if (digit)
		return value > TOO_MANY ? value : value % 10 ? value * 10 + digit : value + digit;
	*began = 0;
	return value;
}

static unsigned
add_roman(unsigned value, unsigned *last, uint32_t c)
{
	unsigned digit = roman_digit(c);

	if (digit == 0)
		return value;
	if (*last && *last < digit)
		value -= 2 * *last;
	*last = digit;
	return value + digit;
}

static unsigned
read_number(const utf8proc_int32_t *c, utf8proc_ssize_t n, int roman)
{
	unsigned value = 0, last = 0;
	int began = 0;
	utf8proc_ssize_t i;

	for (i = 0; i < n; i++) {
		if (roman && roman_digit((uint32_t)c[i]))
			value = add_roman(began ? 0 : value, &last, (uint32_t)c[i]), began = 0;
		else if (kana_or_letter((uint32_t)c[i]))
			value = kana_or_letter((uint32_t)c[i]), began = 0;
		else if (c[i] != ' ')
			value = add_digit(value, (uint32_t)c[i], &began);
	}
	return value;
}

/* U+2160 to U+217F, which no other script uses. */
static int
has_roman_character(struct slice s)
{
	size_t i;

	for (i = 0; i + 2 < s.n; i++)
		if (memcmp(s.p + i, "\xe2\x85", 2) == 0 && (unsigned char)s.p[i + 2] >= 0xa0)
			return 1;
	return 0;
}

/* One digit or two, as most numbers are; 0 if it is none of these. */
static unsigned
few_digits(struct slice s)
{
	unsigned value = 0;
	size_t i;

	for (i = 0; i < s.n && s.n <= 2 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		value = value * 10 + (unsigned)(s.p[i] - '0');
	return i == s.n ? value : 0;
}

unsigned
ordinal(struct slice text, int roman)
{
	utf8proc_int32_t c[64];
	utf8proc_ssize_t n;
	unsigned value = few_digits(text);

	if (value)
		return value;
	/* Unicode says itself what number ③, ⑶ and Ⅲ are: their compatibility decomposition (UAX #15). */
	n = utf8proc_decompose((const utf8proc_uint8_t *)text.p, (utf8proc_ssize_t)text.n, c, 64,
	                       UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
	if (n <= 0 || n > 64)
		return 0;
	return read_number(c, n, roman || has_roman_character(text));
}
