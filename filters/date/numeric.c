/* numeric.c - dates of numbers with separators: H19.9.28, 2007/9/28, 2007-09; see date/expr.h */
#include "date/expr.h"

size_t
date_separator(struct datewin *w, size_t i, uint32_t *separator)
{
	size_t k = i;
	uint32_t c;

	if (is_blank(win(w, k)) && win(w, k + 1) == '.') /* R6 .4.1 */
		k++;
	c = win(w, k);
	if (!char_is(c, DC_SEPARATOR) || !win_is(w, k, WORDS1(W_SEPARATOR)))
		return 0;
	*separator = c;
	k++;
	if (c == '.' && is_blank(win(w, k)) && is_digit(win(w, k + 1))) /* R6. 4. 1 */
		k++;
	return k;
}

int
goes_on(struct datewin *w, size_t i, uint32_t separator)
{
	uint32_t c = win(w, i);

	if (c == 'T' && is_digit(win(w, i + 1))) /* ISO 8601: the time follows */
		return 0;
	if (is_alnum(c) || (win_is(w, i, WORDS1(W_MEASURE)) && !win_is(w, i, WORDS1(W_EDGE))))
		return 1;
	return c == separator && is_alnum(win(w, i + 1));
}

/* 2025-10- and one of the three parts of a month: 中, 中旬. */
static size_t
numeric_dekad(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = win_word(w, i, WORDS2(W_DEKAD, W_DEKAD_SHORT), 0, &word);

	if (!end || (word->class == W_DEKAD_SHORT && is_ideograph(win(w, end))))
		return 0;
	e->dekad = word->v[0];
	e->dekad_last = word->v[1];
	e->part = PART_DEKAD;
	return end;
}

/* Beyond 1950 no magnitude and no measure of a room is written like a letter's year and a month. */
static int
is_measure_like(const struct dexpr *e)
{
	return e->letter && era_year(e->era, e->year) < 1950;
}

/* Two numbers may be something else than year and month: a decimal, a version, an identifier. */
static int
may_be_month(struct datewin *w, size_t i, size_t end, const struct dexpr *e, const struct datenum *month,
    uint32_t separator)
{
	if (month->value < 1 || month->value > 12 || month->digits > 2 || is_measure_like(e))
		return 0;
	if (e->kind == YEAR_ERA) /* H19-12 is the number of a document */
		return separator != '-' || (w->every && month->padded);
	if (e->kind == YEAR_AD && (w->every || (i >= 4 && i - 4 == w->fresh && i > 4) || is_digit(win(w, range_dash(w, end)))))
		return 1;
	return separator == '/' || (separator != '.' && month->digits == 2 && e->kind == YEAR_AD);
}

/* Something says that R6.3 is a date: what follows it, brackets around it, or its column. Else it may be a radius, a
 * section, a version. */
static int
is_said(struct datewin *w, size_t i, size_t end)
{
	static const struct wordset said[] = {
		SET4(W_ABOUT, W_UNTIL, W_FROM, W_ISSUE), SET4(W_EVENT, W_HAPPENS, W_REMARK, W_KEPT), SET4(W_EDGE, W_TILDE, W_TILDE, W_TILDE),
	};
	enum { NEAR = 6 };
	size_t k;

	if (w->every || (char_is(win_prev(w, i), DC_OPEN) && char_is(win(w, end), DC_CLOSE)) || (i && i == w->fresh))
		return 1;
	for (k = 0; k < sizeof(said) / sizeof(*said); k++)
		if (win_is(w, end, said[k]))
			return 1;
	for (k = end; k < end + NEAR && is_ideograph(win(w, k)); k++)
		if (win_is(w, k, WORDS2(W_HAPPENS, W_EVENT)))
			return 1;
	return 0;
}

/* What is behind a year and a month: the month's unit and what follows it, its end, nothing. */
static size_t
numeric_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end, unit = one_month(w, k);

	if (unit)
		return date_in_month(w, unit, e);
	end = date_in_month(w, i, e);
	return e->part == PART_DAY ? 0 : end;
}

/* A day, its month and its year: the day is read. */
static size_t
numeric_day(struct datewin *w, size_t end, const struct datenum *month, const struct datenum *day, uint32_t separator,
    struct dexpr *e)
{
	if (month->value < 1 || day->value < 1 || month->digits > 2 || goes_on(w, end, separator))
		return 0;
	if (month->value > 12 || day->value > 31)
		e->fault = FAULT_IMPOSSIBLE;
	else if (separator == '-' && e->kind == YEAR_ERA && !w->every && !(month->padded || day->padded))
		e->fault = FAULT_AMBIGUOUS; /* a place is numbered like that, and may be named after an era */
	e->day = day->value;
	e->part = PART_DAY;
	e->comps = 3;
	return e->fault == FAULT_IMPOSSIBLE && e->kind != YEAR_ERA ? 0 : end;
}

/* In a column of dates, behind a month of numbers and a comma: another number, and no unit. The index behind it, or 0. */
static size_t
more_months(struct datewin *w, size_t i)
{
	size_t sign = w->every ? win_is(w, i, WORDS1(W_LIST)) : 0, end;
	struct datenum num;

	if (!sign || !(end = date_number(w, skip_blanks(w, sign), 2, 0, &num)) || num.kanji)
		return 0;
	return char_is(win(w, end), DC_SEPARATOR) || char_is(win(w, end), DC_LEAD) || is_ideograph(win(w, end)) ? 0 : end;
}

static size_t
numeric(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t separator, second;
	struct datenum month, day;
	size_t k = date_separator(w, i, &separator), end, next;
	size_t begin = i;

	if (!k || !(end = date_number(w, k, 2, 0, &month)) || month.kanji)
		return 0;
	e->month = month.value;
	e->part = PART_MONTH;
	if ((k = date_separator(w, end, &second)) && (second == separator || (separator == '.' && second == '/')) &&
	    (next = date_number(w, k, 2, 0, &day)) && !day.kanji)
		return numeric_day(w, next, &month, &day, second, e);
	if (k && second == separator && (next = numeric_dekad(w, k, e)))
		return next;
	if (!may_be_month(w, i, end, e, &month, separator) || goes_on(w, end, separator) || e->fault || win_is(w, end, WORDS1(W_YEAR)))
		return 0;
	e->comps = 2;
	next = numeric_month(w, end, e);
	if (next == end && (k = more_months(w, end))) { /* 2024/4,10: two months, or something else */
		e->fault = FAULT_AMBIGUOUS;
		return k;
	}
	while (begin > 0 && !char_is(win(w, begin), DC_ERA) && is_alnum(win(w, begin - 1)))
		begin--;
	if (next == end && e->letter && !is_said(w, begin, end) && !range_dash(w, end))
		e->fault = FAULT_AMBIGUOUS;
	return next;
}

size_t
date_numeric(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr whole = *e;
	size_t end = numeric(w, i, &whole);

	if (end)
		*e = whole;
	return end;
}
