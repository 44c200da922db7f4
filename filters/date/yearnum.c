/* yearnum.c - the number of a year and its unit; see date/yearnum.h */
#include "date/yearnum.h"

enum {
	AD_FIRST = 1600,
	AD_LAST = 2199,
	AD_NEVER = 9999, /* stands for no end at all */
	SPACED_LAST = 40 /* of two single digits with a blank between, a higher year is two years of one digit */
};

size_t
date_year_unit(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end = win_word(w, k, WORDS1(W_FISCAL), 1, NULL);

	e->fiscal = end != 0;
	return end ? end : win_is(w, k, WORDS1(W_YEAR));
}

int
stands_before(struct datewin *w, size_t i, struct wordset set)
{
	size_t at, begin;
	uint32_t c;

	win(w, i); /* so that w->at[i] is known */
	at = begin = w->at[i];
	if (at <= w->done || (i && i == w->fresh))
		return 0;
	c = win_before(w->s, at, &begin);
	if (is_blank(c)) {
		w->looked_back |= i < 2;
		at = begin;
		c = win_before(w->s, at, &begin);
	}
	if (!char_is(c, DC_ENDS))
		return 0;
	w->looked_back |= i < WORD_LENGTH;
	return at > w->done && win_word_before(w->s, at, set) < at;
}

int
is_count(struct datewin *w, size_t i, int units)
{
	const struct word *word;

	return win_word(w, i, WORDS2(W_COUNT, W_UNCOUNT), 0, &word) && word->class == W_COUNT && (word->v[0] & units);
}

static int
is_joint(uint32_t c)
{
	return c == '.' || c == '-' || c == '/' || c == '_';
}

int
is_joined(struct datewin *w, size_t i, uint32_t prev)
{
	return is_joint(prev) && !(prev == '/' && is_ideograph(before_sign(w, i, prev)));
}

size_t
era_name(struct datewin *w, size_t i, const struct era_form **form, int *spaced)
{
	const struct era_form *f;
	uint32_t prev = win_prev(w, i);
	size_t n;

	for (f = era_forms(win(w, i)); f; f = era_next(f)) {
		size_t end = win_text(w, i, f->c, 1);

		if (!end)
			continue;
		if (f->letter && (is_alnum(prev) || is_joined(w, i, prev) || stands_before(w, i, WORDS2(W_RADIUS, W_VERSION))))
			continue;
		if (!f->c[1] && is_ideograph(f->c[0]) && is_ideograph(prev))
			continue;
		for (n = 0; f->c[n]; n++)
			;
		*spaced = end - i > n;
		*form = f;
		return end;
	}
	return 0;
}

size_t
era_number(struct datewin *w, size_t i, int era, int before, struct dexpr *e)
{
	struct datenum num;
	size_t end, k;

	e->kind = YEAR_ERA;
	e->era = era;
	e->year = 1;
	if (char_is(win(w, i), DC_FIRST))
		return i + 1;
	end = date_number(w, i, 3, before, &num);
	k = num.spaced ? skip_blanks(w, end) : 0;
	if (num.spaced && (num.value > SPACED_LAST || !(before > 1 || k > end)))
		end = date_number(w, i, 3, 0, &num);
	if (num.kanji && num.value == 0) /* the hole and the zero look alike: it is not filled in */
		return 0;
	e->year = num.value;
	e->padded = num.padded;
	if (num.value < 1 || num.value > eras[era].last)
		e->fault = FAULT_GARBLED;
	return end;
}

size_t
ad_number(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	size_t end = date_number(w, i, 4, 1, &num);

	if (num.spaced && skip_blanks(w, end) == end)
		return 0;
	if (!end || ((num.value < AD_FIRST || num.value > AD_LAST) && num.value != AD_NEVER) || (num.padded && !num.kanji))
		return 0;
	e->kind = YEAR_AD;
	e->year = num.value;
	return end;
}
