/* num.c - numbers in dates; see date/num.h */
#include "date/num.h"

enum { TEN = 10, HUNDRED = 100, THOUSAND = 1000, MANY = 5 };

/* The value of an ideograph: a digit, a unit, or a sum like 廿; -1 if it is no number. The forms of
 * deeds (弐, 参) are those of the old notarial and registration rules. */
static int
kanji_value(uint32_t c)
{
	switch (c) {
	case U'〇': return 0;
	case U'一': case U'壱': return 1;
	case U'二': case U'弐': return 2;
	case U'三': case U'参': return 3;
	case U'四': return 4;
	case U'五': case U'伍': return 5;
	case U'六': return 6;
	case U'七': return 7;
	case U'八': return 8;
	case U'九': return 9;
	case U'十': case U'拾': return TEN;
	case U'廿': return 20;
	case U'卅': return 30;
	case U'百': return HUNDRED;
	case U'千': return THOUSAND;
	}
	return -1;
}

/* 一九, digit by digit. */
static size_t
by_place(struct datewin *w, size_t i, struct datenum *to)
{
	int v;

	to->padded = win(w, i) == U'〇';
	for (; (v = kanji_value(win(w, i))) >= 0 && v < TEN; i++) {
		to->value = 10 * to->value + v;
		if (++to->digits > MANY)
			to->value = -1, to->digits = MANY;
	}
	return i;
}

/* 二千七, 百二十三, 十九, 二十: units fall from left to right. Returns 0 where they do not. */
static size_t
by_unit(struct datewin *w, size_t i, struct datenum *to)
{
	int v, sum = 0, digit = 0, last = 10 * THOUSAND;

	for (; (v = kanji_value(win(w, i))) >= 0; i++, to->digits++) {
		if (v < TEN) {
			if (digit || v == 0)
				return 0;
			digit = v;
			continue;
		}
		if (v >= last || (digit && (v == 20 || v == 30)))
			return 0;
		last = v == 20 || v == 30 ? TEN : v;
		sum += v * (digit ? digit : 1);
		digit = 0;
	}
	to->value = sum + digit;
	return i;
}

static size_t
kanji_number(struct datewin *w, size_t i, struct datenum *to)
{
	size_t k, end;
	int v, units = 0;

	for (k = i; (v = kanji_value(win(w, k))) >= 0; k++)
		units |= v >= TEN;
	end = units ? by_unit(w, i, to) : by_place(w, i, to);
	to->kanji = 1;
	return end;
}

/* A run of ASCII digits. */
static size_t
digit_run(struct datewin *w, size_t i, struct datenum *to)
{
	for (; is_digit(win(w, i)); i++) {
		to->value = to->digits < 8 ? 10 * to->value + (int)(win(w, i) - '0') : 0;
		to->digits++;
	}
	return i;
}

/* 1 9, 2 0 0 7: single digits with blanks between them, up to DIGITS of them. */
static size_t
spaced_digits(struct datewin *w, size_t i, int digits, struct datenum *to)
{
	while (to->digits < digits) {
		size_t k = skip_blanks(w, i);

		if (k == i || !is_digit(win(w, k)) || is_digit(win(w, k + 1)))
			break;
		i = digit_run(w, k, to);
	}
	return i;
}

size_t
date_number(struct datewin *w, size_t i, int digits, int spaced, struct datenum *to)
{
	*to = (struct datenum){0};
	if (!is_digit(win(w, i)))
		return is_kanji_number(win(w, i)) ? kanji_number(w, i, to) : 0;
	to->padded = win(w, i) == '0';
	i = digit_run(w, i, to);
	if (spaced && to->digits == 1)
		i = spaced_digits(w, i, digits, to);
	if (to->digits > digits)
		to->value = -1;
	return i;
}
