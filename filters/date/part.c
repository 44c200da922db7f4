/* part.c - what follows a year or stands alone: a month, a day, the end; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

static size_t
dekad(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = win_word(w, i, WORDS1(W_DEKAD), 1, &word);

	if (!end)
		return 0;
	if (e->part == PART_YEAR) /* the first third of a year: no such thing is known */
		e->fault = FAULT_AMBIGUOUS;
	e->part = PART_DEKAD;
	e->dekad = word->v[0];
	e->dekad_last = word->v[1];
	return end;
}

/* The index behind a dash or a comma, where another number gives the unit: 1～5, 6 and 7. */
static size_t
more_numbers(struct datewin *w, size_t i)
{
	size_t end = range_dash(w, i), k;

	if (end)
		return end;
	k = skip_blanks(w, i);
	end = win_is(w, k, WORDS1(W_LIST));
	return end ? skip_blanks(w, end) : 0;
}

/* Holes, and a day's unit. */
static size_t
day_hole(struct datewin *w, size_t i, struct dexpr *e)
{
	for (; is_hole(win(w, i)); i++)
		;
	i = one_day(w, skip_blanks(w, i));
	if (i)
		e->fault = FAULT_PLACEHOLDER;
	return i;
}

/* A day; the first number of two that have one unit. */
static size_t
day(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end, dash, unit;
	struct datenum num, other;

	if (is_hole(win(w, k)))
		return day_hole(w, k, e);
	if (!(end = date_number(w, k, 2, 1, &num)))
		return 0;
	unit = one_day(w, skip_blanks(w, end));
	if (!unit && num.spaced) {
		end = date_number(w, k, 2, 0, &num);
		unit = one_day(w, skip_blanks(w, end));
	}
	if (unit && is_count(w, unit, IN_NAMED)) /* ten days in April, or to the tenth */
		e->fault = FAULT_AMBIGUOUS;
	if (!unit) {
		if (!(dash = more_numbers(w, end)) || !(dash = date_number(w, dash, 2, 0, &other)) ||
		    !(dash = one_day(w, dash)) || is_count(w, dash, IN_DAYS))
			return 0;
		e->open = 1;
	}
	e->part = PART_DAY;
	e->day = num.value;
	if (!e->fault && (num.value < 1 || num.value > 31))
		e->fault = num.value < 0 ? FAULT_GARBLED : FAULT_IMPOSSIBLE;
	return e->open ? end : unit;
}

size_t
date_in_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;
	const struct word *word;

	if (e->open || !char_is(win(w, i), DC_PART))
		return i;
	if ((end = day(w, k, e)) || (end = dekad(w, k, e)) || (end = date_edge(w, k, e)))
		return end;
	if (e->part == PART_MONTH && (end = win_word(w, k, WORDS1(W_HALF_MONTH), 0, &word))) {
		e->part = PART_HALF;
		e->n = word->v[0];
		return end;
	}
	return (end = date_edge_or_like(w, i, &word)) && word->class == W_WITHIN ? end : i;
}

/* The unit of a month behind its number, or another number behind a dash or a comma that has it. */
static size_t
month_unit(struct datewin *w, size_t i, int begins, struct dexpr *e)
{
	struct datenum other;
	size_t k = one_month(w, skip_blanks(w, i)), dash;

	e->open = 0;
	if (k)
		return k;
	/* without a year, the first number of a list may belong to what stands before, if anything does */
	dash = e->kind == YEAR_NONE && !begins ? range_dash(w, i) : more_numbers(w, i);
	if (!dash || !(dash = date_number(w, dash, 2, 0, &other)) || !one_month(w, skip_blanks(w, dash)))
		return 0;
	e->open = 1;
	return i;
}

/* A month that ends a business year, or one of whose three months are a quarter of it, or something else. */
static size_t
business_month(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = win_word(w, i, WORDS2(W_BUSINESS, W_ALIKE), 0, &word), more;

	if (!end || word->class != W_BUSINESS)
		return 0;
	e->fault = FAULT_AMBIGUOUS;
	more = date_span(w, end, e);
	return more ? more : end;
}

/* A month with what belongs to it; 4 of 4～6 and of 4 and 6. */
size_t
date_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = i, end;
	struct datenum num = {0};
	int begins = w->every && !w->done && w->at[i] == 0;

	for (; is_hole(win(w, k)); k++)
		;
	end = k > i && one_month(w, skip_blanks(w, k)) ? k : date_number(w, i, 2, e->kind != YEAR_NONE, &num);
	if (!end || !(k = month_unit(w, end, begins, e))) {
		if (!end || !num.spaced || !(end = date_number(w, i, 2, 0, &num)) || !(k = month_unit(w, end, begins, e)))
			return 0;
	}
	e->part = PART_MONTH;
	e->month = num.value;
	e->kanji |= num.kanji;
	if (!num.digits)
		e->fault = FAULT_PLACEHOLDER;
	else if (!e->fault && (num.value < 1 || num.value > 12))
		e->fault = num.value < 0 ? FAULT_GARBLED : FAULT_IMPOSSIBLE;
	if (e->open)
		return end;
	if (i != w->fresh && (end = business_month(w, k, e))) /* behind a dash it is the end of a quarter */
		return end;
	return date_in_month(w, k, e);
}

/* Blanks before each unit, behind a year: a form that was not filled in. */
static size_t
blank_form(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), d, end;

	if (k == i || !(k = one_month(w, k)))
		return 0;
	d = skip_blanks(w, k);
	if (d == k || !(end = one_day(w, d)))
		return 0;
	e->fault = FAULT_PLACEHOLDER;
	return end;
}

/* 4/1 behind a calendar year, which may be a fraction: it is none if it could be shortened, or has a day of the week. */
static size_t
month_and_day(struct datewin *w, size_t i, int blank, struct dexpr *e)
{
	struct datenum month, day;
	uint32_t separator;
	const struct word *word;
	size_t end = date_number(w, i, 2, 0, &month), k;
	int common;

	if (!end || month.kanji || !(k = date_separator(w, end, &separator)) || separator != '/')
		return 0;
	if (!(end = date_number(w, k, 2, 0, &day)) || day.kanji || goes_on(w, end, separator) || month.value < 1 ||
	    month.value > 12 || day.value < 1 || day.value > 31)
		return 0;
	common = month.value < day.value && day.value <= 10 && !(month.value % 2 == 0 && day.value % 2 == 0) &&
	    !(month.value % 3 == 0 && day.value % 3 == 0) && !(month.value % 5 == 0 && day.value % 5 == 0);
	k = win(w, end) == '(' ? win_word(w, end + 1, WORDS1(W_WEEKDAY), 0, &word) : 0;
	if (common && !k && (blank || is_ideograph(win(w, end)))) {
		e->fault = blank ? FAULT_NONE : FAULT_AMBIGUOUS;
		return blank ? 0 : end;
	}
	if (!k && (blank || common) && !range_dash(w, end))
		e->fault = FAULT_AMBIGUOUS;
	e->part = PART_DAY;
	e->comps = 3;
	e->month = month.value;
	e->day = day.value;
	return end;
}

/* Behind the particle between a year and its part. */
static size_t
part_of(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end;

	if ((end = date_month(w, i, e)) || (end = date_span(w, i, e)) || (end = date_season(w, i, e)) ||
	    (end = date_edge(w, i, e)))
		return end;
	end = win_word(w, i, WORDS1(W_SAME), 0, &word);
	if (!end && e->kind == YEAR_RELATIVE && win_is(w, i, WORDS1(W_RELATIVE)) && (end = date_relative(w, i, e)))
		end = date_part(w, end, e); /* counted from what is counted: 当該年度の翌年度 */
	if (end)
		e->fault = FAULT_AMBIGUOUS;
	return end;
}

/* 12/20 behind a fiscal year, in a column of dates: 10/10 and 1/2 are how much of it is paid. */
static size_t
day_of_fiscal(struct datewin *w, size_t i, int blank, struct dexpr *e)
{
	enum { MOST_PARTS = 10 };
	struct dexpr with = *e;
	size_t end = month_and_day(w, i, blank, &with);

	if (!end || with.part != PART_DAY || (with.fault && with.day <= MOST_PARTS))
		return 0;
	*e = with;
	e->fault = FAULT_NONE;
	return end;
}

static size_t
behind_year(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;

	/* behind a fiscal year and a blank, a month is a date of its own: they may be two columns */
	if ((!e->fiscal || k == i) && (end = date_month(w, k, e)))
		return end;
	e->open = 0;
	if (w->every && e->fiscal && (end = day_of_fiscal(w, k, k > i, e)))
		return end;
	if (!e->fiscal && e->kind != YEAR_RELATIVE && (end = month_and_day(w, k, k > i, e)))
		return end;
	if ((end = date_span(w, k, e)) || (end = date_season(w, k, e)) || (end = blank_form(w, i, e)) ||
	    (end = dekad(w, k, e)) || (end = date_edge(w, k, e)))
		return end;
	return date_edge_or_within(w, i, e);
}

/* Directly behind a year, what is of it and is not understood: another year's end, in a column of dates a number. The
 * whole of it is no date; else I itself. */
static size_t
not_read(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = e->kind == YEAR_RELATIVE ? 0 : win_word(w, i, WORDS2(W_ALONE, W_ALIKE), 0, &word), k;

	if (end && word->class == W_ALIKE)
		return i;
	if (!end && w->every && !e->fiscal && e->kind != YEAR_RELATIVE && is_digit(win(w, i + (win(w, i) == '/')))) {
		for (end = i; is_digit(win(w, end)) || char_is(win(w, end), DC_SEPARATOR); end++)
			;
		if (win_is(w, end, WORDS3(W_MEASURE, W_TIMES, W_LENGTH)) || ((k = win_is(w, end, WORDS1(W_YEAR))) && k > end))
			return i;
	}
	if (!end)
		return i;
	e->fault = FAULT_AMBIGUOUS;
	return end;
}

/* 2021年/7月/18日: with a stroke behind each unit, as it comes out of forms. */
static size_t
behind_stroke(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr with = *e;
	size_t end, k;

	if (e->fiscal || e->kind == YEAR_RELATIVE || e->part != PART_YEAR || win(w, i) != '/' || !is_digit(win(w, i + 1)) ||
	    !(end = date_month(w, i + 1, &with)) || with.open || with.part != PART_MONTH)
		return 0;
	if (win(w, end) == '/' && (k = day(w, end + 1, &with)))
		end = k;
	*e = with;
	return end;
}

size_t
date_part(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr with = *e;
	size_t k, end;

	if (e->open)
		return i;
	if (e->kind == YEAR_RELATIVE && (end = win_is(w, i, WORDS1(W_SAME))) && !win_is(w, end, WORDS1(W_COMPARE))) {
		e->fault = FAULT_AMBIGUOUS;
		return end;
	}
	if (e->kind == YEAR_RELATIVE && e->unit == UNIT_MONTH)
		return date_in_month(w, i, e);
	if (e->kind == YEAR_RELATIVE && e->unit > UNIT_MONTH)
		return i;
	if (e->part == PART_YEAR && (k = win_is(w, i, WORDS1(W_THE))) && (end = part_of(w, k, &with))) {
		*e = with;
		return end;
	}
	if (char_is(win(w, i), DC_PART) && (end = behind_year(w, i, e)) > i)
		return end;
	if ((end = behind_stroke(w, i, e)))
		return end;
	return not_read(w, i, e);
}
