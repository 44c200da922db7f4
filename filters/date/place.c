/* place.c - dates that are not filled in, whose numbers are holes or blanks; see date/expr.h */
#include "date/expr.h"

/* Holes and blanks that stand for a number; at most six. Digits without a hole are none. */
static size_t
gap(struct datewin *w, size_t i)
{
	size_t k, end = i + 6;
	int holes = 0, digits = 0;

	for (k = i; k < end && (is_hole(win(w, k)) || is_blank(win(w, k)) || is_digit(win(w, k))); k++) {
		holes |= is_hole(win(w, k));
		digits |= is_digit(win(w, k));
	}
	return digits && !holes ? i : k;
}

/* What a form has behind the year's unit: the fiscal year's, or gaps before the units of month and day. */
static size_t
form_rest(struct datewin *w, size_t i)
{
	size_t year = win_is(w, i, WORDS1(W_YEAR)), fiscal = win_is(w, i, WORDS1(W_FISCAL)), k, end;

	if (fiscal)
		return fiscal;
	if (!(end = one_month(w, gap(w, year))))
		return year;
	k = gap(w, end);
	return k > end && one_day(w, k) ? one_day(w, k) : end;
}

/* One hole before a year's unit and nothing more may be a bullet. */
static int
is_lone(struct datewin *w, size_t i, size_t hole, size_t end)
{
	return hole == i + 1 && (win_is(w, hole, WORDS1(W_YEAR)) == end || win_is(w, hole, WORDS1(W_FISCAL)) == end);
}

size_t
date_placeholder(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct era_form *f = era_forms(win(w, i));
	size_t first = f ? win_text(w, i, f->c, 1) : 0, k = first ? first : i, hole, dash;

	if (f && !first)
		return 0;
	hole = gap(w, k);
	if (hole == k || (!first && (is_digit(win(w, hole - 1)) || is_blank(win(w, k)))))
		return 0;
	k = hole;
	if (first && (dash = range_dash(w, k)) && (hole = gap(w, dash)) > dash)
		k = hole;
	if (!win_is(w, k, WORDS1(W_YEAR)))
		return 0;
	k = form_rest(w, k);
	if (!first && is_lone(w, i, hole, k))
		return 0;
	*e = (struct dexpr){.kind = YEAR_ERA, .era = ERA_NONE, .fault = FAULT_PLACEHOLDER, .part = PART_DAY};
	return k;
}
