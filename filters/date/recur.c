/* recur.c - what comes again, and is not one date: each year in September, every five years; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

/* What may stand between two parts of a recurrence. */
static size_t
joint(struct datewin *w, size_t i)
{
	size_t k = win_is(w, i, WORDS1(W_KEPT)), end;

	k = skip_blanks(w, k ? k : i);
	end = win_word(w, k, WORDS4(W_LIST, W_SINCE, W_DASH, W_TO), 0, NULL);
	return end ? skip_blanks(w, end) : 0;
}

/* The further parts: of each year April, July and October. */
static size_t
goes_on_recurring(struct datewin *w, size_t i)
{
	struct dexpr e;
	size_t k, end;

	while ((k = joint(w, i))) {
		e = (struct dexpr){.era = ERA_NONE};
		w->fresh = k;
		if (!(end = date_month(w, k, &e)))
			break;
		i = end;
	}
	return i;
}

/* 5年ごと, 年2回: a number before or behind the unit. */
static size_t
cycle(struct datewin *w, size_t i)
{
	struct datenum num;
	struct dexpr e = {.era = ERA_NONE};
	size_t k = date_number(w, i, 3, 0, &num), unit;

	if (is_alnum(win_prev(w, i)) || is_kanji_number(win_prev(w, i)))
		return 0;
	if (k)
		return (unit = date_year_unit(w, k, &e)) ? win_is(w, unit, WORDS1(W_CYCLE)) : 0;
	unit = date_year_unit(w, i, &e);
	if (!unit || is_ideograph(win_prev(w, i)) || !(k = date_number(w, unit, 3, 0, &num)))
		return 0;
	return win_is(w, k, WORDS1(W_TIMES));
}

size_t
date_recurring(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t k = char_is(win(w, i), DC_RECUR) ? win_word(w, i, WORDS1(W_RECUR), 0, &word) : 0, end;

	*e = (struct dexpr){.era = ERA_NONE, .fault = FAULT_RECURRING, .kind = YEAR_RELATIVE, .unit = UNIT_YEAR, .silent = 1};
	if (!k)
		return char_is(win(w, i), DC_NUMBER) || win_is(w, i, WORDS1(W_YEAR)) ? cycle(w, i) : 0;
	e->fiscal = win_is(w, k - 1, WORDS1(W_FISCAL)) || (k > i + 1 && win_is(w, k - 2, WORDS1(W_FISCAL)));
	e->unit = one_month(w, k - 1) ? UNIT_MONTH : UNIT_YEAR;
	e->part = e->unit == UNIT_MONTH ? PART_MONTH : PART_YEAR;
	e->fault = FAULT_NONE;
	end = date_part(w, k, e);
	e->silent = end == k;
	e->fault = FAULT_RECURRING;
	return e->silent ? k : goes_on_recurring(w, end);
}
