/* year.c - the year of a date, in the Gregorian calendar or in an era; see date/expr.h */
#include "date/expr.h"

#include "date/notation.h"
#include "date/yearnum.h"

/* A number stands behind a blank, and with it what makes a date of numbers: R6 4/1, 2024 10 months, two years of one
 * unit. Whether that belongs to the year before, or is something else, cannot be told: the index behind it, or 0. */
static size_t
blank_number(struct datewin *w, size_t i)
{
	size_t k = skip_blanks(w, i), end, rest;
	struct datenum num, other;
	struct dexpr e = {.era = ERA_NONE};
	uint32_t separator;

	if (k == i || !(end = date_number(w, k, 4, 0, &num)))
		return 0;
	if ((rest = date_separator(w, end, &separator)) && (rest = date_number(w, rest, 2, 0, &other)) &&
	    !is_alnum(win(w, rest)) && num.digits <= 2)
		return (k = date_separator(w, rest, &separator)) && (k = date_number(w, k, 2, 0, &other)) ? k : rest;
	if ((rest = date_year_unit(w, end, &e)))
		return rest;
	if ((rest = range_dash(w, end)) && (rest = date_number(w, rest, 2, 0, &other)))
		end = rest;
	if (skip_blanks(w, end) > end && (rest = blank_number(w, end))) /* three of them */
		return rest;
	return one_month(w, end) ? date_in_month(w, one_month(w, end), &e) : 0;
}

/* Without a unit: what stands behind it is part of the date, or nothing is. */
static size_t
unit_missing(struct datewin *w, size_t end, struct dexpr *e)
{
	size_t rest = e->open ? blank_number(w, end) : 0;

	if (!rest)
		return end;
	e->open = 0;
	e->fault = FAULT_AMBIGUOUS;
	return rest;
}

/* An era, in brackets or not, and a year of it. */
static size_t
era_year_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct era_form *form;
	int spaced, blank;
	size_t k = era_name(w, i, &form, &spaced), end, num;

	if (!k)
		return 0;
	if (char_is(win_prev(w, i), DC_OPEN) && char_is(win(w, k), DC_CLOSE) && char_is(win(w, k + 1), DC_NUMBER | DC_FIRST))
		k++;
	end = skip_blanks(w, k);
	blank = spaced ? 2 : end > k;
	k = end;
	e->letter = form->letter;
	if (form->letter && win(w, k) == '.' && is_digit(win(w, k + 1))) { /* H.30.4.1: only with all that makes a date */
		end = era_number(w, k + 1, form->era, 0, e);
		num = end ? date_numeric(w, end, e) : 0;
		return num && (e->part == PART_DAY || w->every) ? num : 0;
	}
	if (!(end = era_number(w, k, form->era, blank, e)))
		return form->letter ? 0 : date_placeholder(w, i, e);
	if ((num = date_numeric(w, end, e)))
		return num;
	end = year_rest(w, end, e);
	if ((e->open && e->fault) || (!e->open && is_count(w, end, IN_ERAS)))
		return 0;
	return unit_missing(w, end, e);
}

/* version=2024-01-01: a name in ASCII and the sign of equality stand before it. */
static int
is_parameter(struct datewin *w, size_t i)
{
	size_t at, begin;

	win(w, i);
	win_before(w->s, w->at[i], &at);
	w->looked_back |= i < 2;
	return at > w->done && is_alnum(win_before(w->s, at, &begin));
}

/* Before it stands what makes the number of a year something else. */
static int
is_no_year(struct datewin *w, size_t i)
{
	uint32_t prev = win_prev(w, i);

	if (prev == 0)
		return 0;
	if (is_alnum(prev) || is_joined(w, i, prev) || is_kanji_number(prev) || prev == 0x2019)
		return 1;
	if (prev == ',' && i > 1 && is_digit(win(w, i - 2)))
		return 1;
	if (prev == '=' && is_parameter(w, i))
		return 1;
	return stands_before(w, i, WORDS2(W_COUNT_BEFORE, W_VERSION));
}

static size_t
ad_year_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t named = win_word(w, i, WORDS1(W_GREGORIAN), 1, NULL), k = named ? skip_blanks(w, named) : i, end, num;

	if (!named && is_no_year(w, k))
		return 0;
	if (!(end = ad_number(w, k, e)))
		return date_placeholder(w, i, e);
	if ((num = date_numeric(w, end, e)))
		return num;
	end = year_rest(w, end, e);
	if (!e->open && !e->fiscal && is_count(w, end, IN_GREGORIAN))
		return 0;
	if (!e->open && (num = win_is(w, end, WORDS1(W_CYCLE)))) { /* once in 2000 years, or once in the year 2000 */
		e->fault = FAULT_AMBIGUOUS;
		return num;
	}
	return unit_missing(w, end, e);
}

/* FY2007; in a column of dates FY25 as well */
static size_t
fy_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	struct dexpr part;
	size_t k = win_is(w, i, WORDS1(W_FY)), end;
	int apart;

	if (!k || is_alnum(win_prev(w, i)))
		return 0;
	k = skip_blanks(w, k);
	end = ad_number(w, k, e);
	if (!end && w->every && (end = date_number(w, k, 2, 0, &num)) && num.digits == 2) {
		e->kind = YEAR_SHORT;
		e->year = 2000 + num.value;
	}
	if (!end || (is_alnum(win(w, end)) && !win_is(w, end, WORDS2(W_QUARTER_LETTER, W_HALF_LETTER))))
		return 0;
	e->fiscal = 1;
	apart = !is_alnum(win(w, end));
	k = skip_blanks(w, end);
	if (apart && !win_is(w, k, WORDS2(W_QUARTER_LETTER, W_HALF_LETTER)))
		return end;
	part = *e;
	k = date_letter_part(w, k, &part); /* FY2026Q3, FY2026 H1 */
	if (!k || is_alnum(win(w, k)))
		return apart ? end : 0;
	*e = part;
	return k;
}

/* '07/9/28: POSIX's strptime puts 69 to 99 into the 20th century, 00 to 68 into the 21st. */
static size_t
short_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	size_t end, rest;

	if (is_alnum(win_prev(w, i)))
		return 0;
	end = date_number(w, i + 1, 2, 0, &num);
	if (!end || num.digits != 2 || num.kanji)
		return 0;
	e->kind = YEAR_SHORT;
	e->year = num.value < 69 ? 2000 + num.value : 1900 + num.value;
	if ((rest = date_numeric(w, end, e)))
		return rest;
	return date_year_unit(w, end, e);
}

/* The era is left out: a number and a unit alone is a duration, so more has to follow, or it is a fiscal year. */
static size_t
bare_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t prev = win_prev(w, i);
	struct datenum num = {.value = 1};
	struct dexpr probe;
	size_t end, unit;

	if (is_ideograph(prev) || char_is(prev, DC_CLOSE) || is_no_year(w, i))
		return 0;
	end = char_is(win(w, i), DC_FIRST) ? i + 1 : date_number(w, i, 2, 0, &num);
	if (!end)
		return 0;
	e->kind = YEAR_BARE;
	e->year = num.value;
	e->padded = num.padded;
	if (!(unit = date_year_unit(w, end, e)) || e->year < 1 || e->year > 99)
		return 0;
	if (e->fiscal)
		return is_count(w, unit, IN_FISCAL) ? 0 : unit;
	probe = *e;
	return date_part(w, unit, &probe) == unit ? 0 : unit;
}

/* The forms that a year may have by its first character, in the order in which they are tried. */
size_t
date_year(struct datewin *w, size_t i, struct dexpr *e)
{
	static const struct {
		unsigned first;
		size_t (*form)(struct datewin *, size_t, struct dexpr *);
	} forms[] = {
		{DC_ERA, era_year_expr}, {DC_NUMBER | DC_HOLE, ad_year_expr}, {DC_RELATIVE | DC_ALONE, date_relative},
		{DC_NUMBER | DC_FIRST, bare_expr},
	};
	uint32_t c = win(w, i);
	size_t k, end;

	for (k = 0; k < sizeof(forms) / sizeof(*forms); k++) {
		if (!char_is(c, forms[k].first))
			continue;
		*e = (struct dexpr){.era = ERA_NONE};
		if ((end = forms[k].form(w, i, e)))
			return end;
	}
	*e = (struct dexpr){.era = ERA_NONE};
	if (win_is(w, i, WORDS1(W_GREGORIAN)))
		return ad_year_expr(w, i, e);
	if (c == 'F')
		return fy_expr(w, i, e);
	return c == '\'' || c == 0x2018 || c == 0x2019 ? short_expr(w, i, e) : 0;
}
