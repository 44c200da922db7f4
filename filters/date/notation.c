/* notation.c - one year in several notations; see date/notation.h */
#include "date/notation.h"

#include "date/yearnum.h"

/* Two notations of one year. A Gregorian one tells the year, the era is kept for what follows; of two eras,
 * as 2019 had, the whole year is meant. */
static void
join_notations(struct dexpr *e, const struct dexpr *other)
{
	int year = e->kind == YEAR_AD ? e->year : era_year(e->era, e->year);

	if (e->fault || other->fault)
		e->fault = FAULT_GARBLED;
	else if (year != (other->kind == YEAR_AD ? other->year : era_year(other->era, other->year)))
		e->fault = FAULT_CONFLICT;
	if (other->kind == YEAR_ERA)
		e->era = other->era;
	e->year = year;
	e->kind = YEAR_AD;
}

/* The number of a year in another notation than E's, and its unit if it has one. */
static size_t
other_year(struct datewin *w, size_t i, const struct dexpr *e, struct dexpr *other, int *unit)
{
	const struct era_form *form;
	int spaced;
	size_t end = era_name(w, i, &form, &spaced), k;

	*other = (struct dexpr){.era = ERA_NONE};
	if (end)
		end = era_number(w, skip_blanks(w, end), form->era, 1, other);
	else if (e->kind == YEAR_ERA)
		end = ad_number(w, i, other);
	if (!end)
		return 0;
	*unit = (k = date_year_unit(w, end, other)) != 0;
	return skip_blanks(w, k ? k : end);
}

/* Other notations of the year E, in brackets behind it. */
static size_t
year_alternative(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;
	struct dexpr other, joined = *e;
	int unit = 0, units = 0;

	if ((e->kind != YEAR_AD && e->kind != YEAR_ERA) || !char_is(win(w, k), DC_OPEN))
		return 0;
	do {
		if (!(end = other_year(w, skip_blanks(w, k + 1), e, &other, &unit)))
			return 0;
		if (unit && !e->open && other.fiscal != e->fiscal)
			return 0;
		join_notations(&joined, &other);
		joined.fiscal |= other.fiscal;
		units |= unit;
		k = end;
	} while (win_is(w, end, WORDS2(W_LIST, W_TURN)) == end + 1);
	if (!char_is(win(w, end), DC_CLOSE))
		return 0;
	*e = joined;
	if (units)
		e->open = 0;
	return end + 1;
}

size_t
year_rest(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end = date_year_unit(w, i, e), alt;

	e->open = !end;
	alt = year_alternative(w, end ? end : i, e);
	if (alt && e->open && (end = date_year_unit(w, alt, e)))
		e->open = 0;
	else if (alt)
		end = alt;
	return end ? end : i;
}
