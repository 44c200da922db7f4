/* short.c - what is a date in a column of dates, and elsewhere something else: 8/25, the 25th, 2025Q3; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

/* 20240401 */
static size_t
compact(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	size_t end = date_number(w, i, 8, 0, &num);
	int year = num.value / 10000, month = num.value / 100 % 100, day = num.value % 100;

	if (!end || num.kanji || num.digits != 8 || is_alnum(win(w, end)))
		return 0;
	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
		return 0;
	*e = (struct dexpr){.kind = YEAR_AD, .year = year, .era = ERA_NONE, .part = PART_DAY, .month = month, .day = day};
	return end;
}

/* True if the day of a week stands in brackets behind a date. */
static int
has_weekday(struct datewin *w, size_t i)
{
	size_t k = char_is(win(w, i), DC_OPEN) ? win_is(w, i + 1, WORDS1(W_WEEKDAY)) : 0;

	return k && (char_is(win(w, k), DC_CLOSE) || win_is(w, k, WORDS1(W_HOLIDAY)));
}

/* A sign that parts two dates stands before byte AT, or before the blank there. */
static int
is_parted(struct datewin *w, size_t at)
{
	return win_word_before(w->s, at, WORDS3(W_TURN, W_LIST, W_DASH)) < at;
}

/* 8/25; elsewhere than in a column of dates only with a day of the week. 07-08 may be two months as well. */
static size_t
month_and_day(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum month, day;
	uint32_t separator;
	size_t end = date_number(w, i, 2, 0, &month), k;

	if (!end || month.kanji || !(k = date_separator(w, end, &separator)) || !(end = date_number(w, k, 2, 0, &day)) ||
	    day.kanji || goes_on(w, end, separator))
		return 0;
	if (!has_weekday(w, end) && (!w->every || is_ideograph(win(w, end))))
		return 0;
	if (month.value < 1 || month.value > 12 || day.value < 1 || day.value > 31)
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .part = PART_DAY, .month = month.value, .day = day.value, .comps = 3};
	if (separator != '/' && !has_weekday(w, end) && (day.value <= 12 || separator == '.'))
		e->fault = FAULT_AMBIGUOUS;
	if (w->done && is_blank(win_before(w->s, w->at[i], &k)) && !is_parted(w, k) && !has_weekday(w, end)) /* two thirds of it? */
		e->fault = FAULT_AMBIGUOUS;
	return end;
}

/* 25th: the month is left out. */
static size_t
day_alone(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	size_t end = date_number(w, i, 2, 0, &num), unit = end ? one_day(w, end) : 0;

	if (!unit || num.value < 1 || num.value > 31 || is_count(w, unit, IN_DAYS) || win_is(w, unit, WORDS1(W_LENGTH)))
		return 0;
	if (win_word_before(w->s, w->at[i], WORDS2(W_YEAR, W_LENGTH)) < w->at[i]) /* 年20日: so many of them */
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .part = PART_DAY, .day = num.value};
	return unit;
}

size_t
date_letter_part(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	struct datenum n;
	size_t k = win_word(w, i, WORDS2(W_QUARTER_LETTER, W_HALF_LETTER), 0, &word);

	if (!k || !(k = date_number(w, k, 1, 0, &n)))
		return 0;
	e->part = word->class == W_QUARTER_LETTER ? PART_QUARTER : PART_HALF;
	e->n = n.value;
	return n.value < 1 || n.value > (e->part == PART_QUARTER ? 4 : 2) ? 0 : k;
}

/* 2025Q3, 2025H1: of the calendar year or of the fiscal one. */
static size_t
letter_part(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num;
	size_t end = date_number(w, i, 4, 0, &num);

	if (!end || num.digits != 4 || num.kanji || num.value < 1900 || num.value > 2199)
		return 0;
	while (is_blank(win(w, end)) || win(w, end) == '/' || win(w, end) == '-')
		end++;
	*e = (struct dexpr){.kind = YEAR_AD, .year = num.value, .era = ERA_NONE, .unitless = 1};
	end = date_letter_part(w, end, e);
	return end && !is_alnum(win(w, end)) ? end : 0;
}

size_t
date_short(struct datewin *w, size_t i, struct dexpr *e)
{
	static size_t (*const forms[])(struct datewin *, size_t, struct dexpr *) = {
		letter_part, compact, month_and_day, day_alone,
	};
	uint32_t prev = win_prev(w, i);
	size_t k, end;

	if (is_alnum(prev) || char_is(prev, DC_SEPARATOR) || is_kanji_number(prev) || prev == ',' || prev == ':')
		return 0;
	if (!w->every)
		return month_and_day(w, i, e);
	for (k = 0; k < sizeof(forms) / sizeof(*forms); k++)
		if ((end = forms[k](w, i, e)))
			return end;
	return 0;
}
