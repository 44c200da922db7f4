/* rest.c - the second half of a range, which may leave out what the first one has said; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

/* 31st, the middle, behind a month that FIRST has told. */
static size_t
same_month(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	size_t end;

	if (first->part != PART_DAY && first->part != PART_DEKAD && !(first->part == PART_MONTH && first->edge))
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .part = PART_MONTH, .month = first->month};
	end = date_in_month(w, i, e);
	if (e->part == PART_DAY && is_count(w, end, IN_DAYS))
		return 0;
	return end > i && (e->part == PART_DAY || e->part == PART_DEKAD) && !e->open ? end : 0;
}

/* 20 behind Heisei 18, 09 behind 2007: a bare year, which alone would be a duration. It has to be the later one. */
static size_t
later_year(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	struct datenum num;
	size_t end = date_number(w, i, 2, 0, &num), unit = end ? win_is(w, end, WORDS1(W_YEAR)) : 0;
	int least = first->kind == YEAR_AD ? first->year % 100 : first->year;

	if (!unit || win_is(w, end, WORDS1(W_FISCAL)) || first->part != PART_YEAR || first->fiscal || first->edge ||
	    num.value <= least || (first->kind != YEAR_AD && first->kind != YEAR_ERA))
		return 0;
	if (is_count(w, unit, IN_YEARS))
		return 0;
	*e = (struct dexpr){.kind = YEAR_BARE, .era = ERA_NONE, .year = num.value, .padded = num.padded};
	return unit;
}

/* FY2024～26, FY2024～2026: numbers without a unit. */
static size_t
later_number(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	struct datenum num;
	size_t end = (first->kind == YEAR_AD || first->kind == YEAR_SHORT) && first->fiscal && first->part == PART_YEAR ? date_number(w, i, 4, 0, &num) : 0;

	if (!end || num.kanji || (num.digits != 2 && num.digits != 4) || is_alnum(win(w, end)) ||
	    char_is(win(w, end), DC_SEPARATOR) || is_ideograph(win(w, end)))
		return 0;
	*e = (struct dexpr){.kind = num.digits == 4 ? YEAR_AD : YEAR_BARE, .era = ERA_NONE, .year = num.value, .fiscal = 1};
	e->padded = 1;
	return num.digits == 4 && (num.value < 1900 || num.value > 2199) ? 0 : end;
}

/* A part of a year that FIRST has named: a season, its end, the beginning of the next. */
static size_t
same_year(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	*e = (struct dexpr){.era = ERA_NONE};
	if (first->part == PART_QUARTER && first->open) /* the second of two that have one unit */
		return date_span(w, i, e);
	return first->part == PART_SEASON ? date_season(w, i, e) : 0;
}

/* The next March, behind a month; with its year. */
static size_t
next_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t next = win_is(w, i, WORDS1(W_NEXT)), end;

	if (!next)
		return 0;
	if (!(end = date_month(w, next, e)))
		return (end = date_expr(w, next, e)) && (e->kind == YEAR_AD || e->kind == YEAR_ERA) ? end : 0; /* 翌2006年7月 */
	e->kind = YEAR_RELATIVE;
	e->near = 1;
	e->year = 1;
	e->unit = UNIT_YEAR;
	return end;
}

/* Numbers with separators behind I, up to three: how many. */
static int
numbers(struct datewin *w, size_t i, struct datenum num[3], size_t *end, uint32_t *separator)
{
	uint32_t c = 0;
	size_t k = i;
	int n = 0;

	while (n < 3 && (k = date_number(w, k, n ? 2 : 4, 0, &num[n])) && !num[n].kanji && num[n].value > 0) {
		*end = k;
		n++;
		if (!(k = date_separator(w, k, &c)) || (n > 1 && c != *separator) || !is_digit(win(w, k)))
			break;
		*separator = c;
	}
	return n;
}

/* Only numbers: the last ones of FIRST, 9/30 behind 2007/4/1, 7.3 behind R6.4. A single one behind a hyphen may be
 * part of a number of something, and one that is no later than what it repeats is not understood. */
static size_t
numbers_only(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	struct datenum num[3];
	uint32_t separator = 0;
	size_t end = 0;
	int n = numbers(w, i, num, &end, &separator), k, comps = first->comps ? first->comps : first->part == PART_DAY ? 3 : 0;
	int hyphen = i > 0 && !win_is(w, i - 1, WORDS1(W_TILDE)) && !is_blank(win(w, i - 1));

	if (n == 0 || n > comps || goes_on(w, end, separator) || win(w, end) == ':' || (n == 1 && is_ideograph(win(w, end))))
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .part = comps == 3 ? PART_DAY : PART_MONTH, .comps = n};
	k = n;
	if (comps == 3)
		e->day = num[--k].value;
	e->month = k > 0 ? num[--k].value : first->month;
	if (k > 0) {
		e->kind = num[0].digits == 4 ? YEAR_AD : YEAR_BARE;
		e->year = num[0].value;
		e->padded = num[0].padded;
	}
	if (e->month > 12 || e->day > 31 || (n == 1 && (hyphen || !first->comps || (comps == 3 && e->day <= first->day))))
		e->fault = FAULT_AMBIGUOUS;
	return end;
}

size_t
date_rest(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	size_t end, k = win_is(w, i, WORDS1(W_TO));

	i = k ? skip_blanks(w, k) : i;
	w->fresh = i;
	if (!first->open && !first->unitless && (first->comps || first->part == PART_DAY) && is_digit(win(w, i)) &&
	    (end = numbers_only(w, i, first, e)) && !one_month(w, end) && !one_day(w, end) && !win_is(w, end, WORDS1(W_YEAR)))
		return end;
	if ((end = date_expr(w, i, e)) && !e->silent)
		return end;
	if ((end = same_month(w, i, first, e)) || (end = same_year(w, i, first, e)) || (end = next_month(w, i, e)))
		return end;
	if ((end = later_year(w, i, first, e)))
		return end;
	return later_number(w, i, first, e);
}
