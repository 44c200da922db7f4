/* num.c - numbers in dates; see date/num.h */
#include "date/num.h"

enum { TEN = 10, THOUSAND = 1000, MANY = 5 };

/* The value of an ideograph: a digit, a unit, or a sum like twenty in one character; -1 if it is no number. */
static int
kanji_value(uint32_t c)
{
	const struct word *word;

	if (!is_kanji_number(c))
		return -1;
	for (word = wordchar(c)->first; word && word->c[0] == c; word++)
		if (word->n == 1 && word_in(word, WORDS2(W_DIGIT, W_TENS)))
			return word->v[0];
	return -1;
}

/* Digit by digit. */
static size_t
by_place(struct datewin *w, size_t i, struct datenum *to)
{
	int v;

	to->padded = kanji_value(win(w, i)) == 0;
	for (; (v = kanji_value(win(w, i))) >= 0 && v < TEN; i++) {
		to->value = 10 * to->value + v;
		if (++to->digits > MANY)
			to->value = -1, to->digits = MANY;
	}
	return i;
}

/* Two thousand seven, a hundred and twenty-three: units fall from left to right. Returns 0 where they do not. */
static size_t
by_unit(struct datewin *w, size_t i, struct datenum *to)
{
	int v, sum = 0, digit = 0, last = 10 * THOUSAND;

	for (; (v = kanji_value(win(w, i))) >= 0; i++, to->digits++) {
		int tens = v == 20 || v == 30; /* written as one */

		if (v < TEN) {
			if (digit || v == 0)
				return 0;
			digit = v;
			continue;
		}
		if (v >= last || (digit && tens))
			return 0;
		last = tens ? TEN : v;
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
		to->spaced = 1;
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
