/* expr.c - expressions of dates; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

size_t
range_dash(struct datewin *w, size_t i)
{
	size_t k = skip_blanks(w, i);

	return char_is(win(w, k), DC_DASH) ? skip_blanks(w, k + 1) : 0;
}

/* What makes a number and a month's unit something else than a month of the year. */
static int
is_no_month(struct datewin *w, size_t end, const struct dexpr *e)
{
	return is_count(w, end, IN_MONTHS) || (e->fault == FAULT_IMPOSSIBLE && e->month > 19);
}

/* The numbers before it go on, or it is counted. */
static int
is_no_beginning(struct datewin *w, size_t i)
{
	uint32_t prev = win_prev(w, i);

	if (prev == 0)
		return 0;
	if (is_alnum(prev) || is_kanji_number(prev) || ((prev == '.' || prev == '-') && !is_ideograph(before_sign(w, i, prev))))
		return 1;
	if (prev == '/' && i > 1 && is_alnum(win(w, i - 2)))
		return 1;
	return stands_before(w, i, WORDS1(W_COUNT_BEFORE));
}

/* The year is left out: September, its end, a day of it. */
static size_t
month_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t prev = win_prev(w, i);
	size_t end;

	if (is_no_beginning(w, i))
		return 0;
	if (is_blank(prev) && i > 1 && is_digit(win(w, i - 2)) && is_blank(win(w, i + 1)))
		return 0; /* 1 0 月: ten, or one and zero */
	*e = (struct dexpr){.era = ERA_NONE};
	if (!(end = date_month(w, i, e)) || e->fault == FAULT_GARBLED || (!e->month && e->fault != FAULT_PLACEHOLDER))
		return 0;
	if (e->part == PART_MONTH && !e->edge && !e->open && is_no_month(w, end, e))
		return 0;
	/* a hole and a month alone may be a bullet: the day has to be there, or a second hole */
	if (e->fault == FAULT_PLACEHOLDER && e->part == PART_MONTH && !one_day(w, end - 1) && !is_hole(win(w, i + 1)))
		return 0;
	if (e->part == PART_MONTH && stands_before(w, i, WORDS2(W_SPAN_BEFORE, W_GENERIC_BEFORE)))
		e->fault = FAULT_AMBIGUOUS; /* six months of it, or each June */
	if (stands_before(w, i, WORDS1(W_GENERIC_BEFORE)) && !e->fault)
		e->fault = FAULT_AMBIGUOUS;
	return end;
}

/* 14.8.5 as all that there is: a day, a version, a number of a section. Only a date close by can tell. */
static size_t
dotted_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	size_t end = w->before || i ? 0 : date_number(w, i, 2, 0, &num);

	if (!end || num.digits != 2 || num.kanji || num.padded || win(w, end) != '.')
		return 0;
	*e = (struct dexpr){.kind = YEAR_BARE, .era = ERA_NONE, .year = num.value, .unsure = 1};
	end = date_numeric(w, end, e);
	return end && e->part == PART_DAY && !win(w, end) ? end : 0;
}

/* 17～19, 9～10 fiscal years: numbers that only the end of the range explains. */
static size_t
open_years(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num, other;
	size_t end = date_number(w, i, 2, 0, &num), dash, unit;

	if (!end || num.value < 1 || num.kanji || is_no_beginning(w, i) || win_prev(w, i) == '/')
		return 0;
	if (!(dash = range_dash(w, end)) || !(dash = date_number(w, dash, 2, 0, &other)))
		return 0;
	unit = win_is(w, dash, WORDS1(W_FISCAL));
	if (!unit || is_ideograph(win(w, unit)))
		return 0;
	*e = (struct dexpr){.kind = YEAR_BARE, .era = ERA_NONE, .year = num.value, .padded = num.padded, .open = 1};
	return end;
}

/* Behind a quarter or a half, a blank: its year, Q3 FY2026, Q3 2025. The index behind it, or END. */
static size_t
year_behind(struct datewin *w, size_t end, struct dexpr *e)
{
	size_t k = skip_blanks(w, end), fy = win_is(w, k, WORDS1(W_FY)), number, unit;
	struct datenum num;
	struct dexpr year = {.era = ERA_NONE};

	if (k == end || !(number = date_number(w, fy ? skip_blanks(w, fy) : k, 4, 0, &num)) || num.digits != 4 || num.kanji)
		return end;
	if (is_alnum(win(w, number)) || char_is(win(w, number), DC_SEPARATOR) || num.value < 1900 || num.value > 2199)
		return end;
	unit = date_year_unit(w, number, &year);
	*e = (struct dexpr){.kind = YEAR_AD, .year = num.value, .era = ERA_NONE, .part = e->part, .n = e->n};
	e->fiscal = fy || year.fiscal;
	e->unitless = !fy && !unit;
	return unit ? unit : number;
}

/* A half or a quarter, of the writer's fiscal year. */
static size_t
span_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end, behind;

	if (is_ideograph(win_prev(w, i)) || is_alnum(win_prev(w, i)))
		return 0;
	*e = (struct dexpr){.kind = YEAR_RELATIVE, .era = ERA_NONE, .near = 1, .within = 1, .unit = UNIT_FISCAL, .fiscal = 1};
	if (!(end = date_span(w, i, e)))
		return 0;
	if (is_digit(win(w, end - 1)) && (behind = year_behind(w, end, e)) > end)
		return behind;
	/* the latter half may be that of anything */
	return e->part == PART_QUARTER || win_is(w, end - 1, WORDS1(W_BUSINESS)) || e->edge || w->every ? end : 0;
}

size_t
date_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end;

	if ((end = date_recurring(w, i, e)))
		return end;
	if (is_digit(win(w, i)) && (end = date_short(w, i, e)))
		return end;
	if ((end = date_year(w, i, e)))
		return e->fault == FAULT_PLACEHOLDER || e->month || e->open || e->unit == UNIT_DAY ? end : date_part(w, end, e);
	if ((end = month_expr(w, i, e)) || (end = open_years(w, i, e)) || (end = dotted_expr(w, i, e)))
		return end;
	return span_expr(w, i, e);
}

/* Where the ideographs begin that stand before I, at most four of them. */
static size_t
word_begin(struct datewin *w, size_t i)
{
	enum { LONGEST = 4 };
	size_t k = i;

	while (k > 0 && i - k < LONGEST && is_ideograph(win(w, k - 1)) && !is_kanji_number(win(w, k - 1)))
		k--;
	return k;
}

size_t
date_unread(struct datewin *w, size_t i, size_t *from, struct dexpr *e)
{
	size_t unit = date_year_unit(w, i, e), k = i, end, dash;

	if (!unit)
		return 0;
	while (k > 0 && (char_is(win(w, k - 1), DC_NUMBER | DC_FIRST) || is_blank(win(w, k - 1)) || char_is(win(w, k - 1), DC_CLOSE)))
		k--;
	*from = word_begin(w, k);
	while (*from < i && is_blank(win(w, *from)))
		++*from;
	*e = (struct dexpr){.era = ERA_NONE};
	end = win_is(w, unit, WORDS1(W_THE));
	w->fresh = skip_blanks(w, end ? end : unit);
	end = date_month(w, w->fresh, e);
	while (end && e->open && (dash = range_dash(w, end))) /* two of them, with one unit */
		end = date_month(w, dash, e);
	if (!end || e->open || is_count(w, end, IN_MONTHS))
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .fault = FAULT_AMBIGUOUS, .part = PART_DAY};
	return end;
}
