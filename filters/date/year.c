/* year.c - the year of a date, in the Gregorian calendar or in an era; see date/expr.h */
#include "date/expr.h"

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

/* PREV, before I, joins what is there to what stands before; behind a word of ideographs a solidus does not. */
static int
is_joined(struct datewin *w, size_t i, uint32_t prev)
{
	return is_joint(prev) && !(prev == '/' && is_ideograph(before_sign(w, i, prev)));
}

/* An era, and whether it was written as one letter. *SPACED: blanks stand in it. */
static size_t
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

/* The number of a year of an era; blanks stand between its digits only where they stand around it as well. */
static size_t
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

static size_t
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

/* What follows the number of a full year: its unit, another notation and then the unit, or nothing yet. */
static size_t
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
