/* expr.c - expressions of dates; see date/expr.h */
#include "date/expr.h"
#include "date/num.h"

size_t
range_dash(struct datewin *w, size_t i)
{
	size_t k = skip_blanks(w, i);

	return char_is(win(w, k), DC_DASH) ? skip_blanks(w, k + 1) : 0;
}

/* The separators of H19.9.28, 2007/9/28, 2007-09-28. */
static int
is_separator(uint32_t c)
{
	return c == '.' || c == '/' || c == '-' || c == U'‐' || c == U'−';
}

/* A number goes on here, or a word: what stands before is no date. */
static int
goes_on(struct datewin *w, size_t i, uint32_t separator)
{
	uint32_t c = win(w, i);

	if (c == 'T' && is_digit(win(w, i + 1))) /* ISO 8601: the time follows */
		return 0;
	if (is_alnum(c) || char_is(c, DC_UNIT))
		return 1;
	return c == separator && is_alnum(win(w, i + 1));
}

/* 2025-10-中: the middle of October. */
static size_t
numeric_dekad(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t c = win(w, i);

	e->dekad = c == U'上' ? 1 : c == U'中' ? 2 : c == U'下' ? 3 : 0;
	if (!e->dekad || is_ideograph(win(w, i + 1)))
		return 0;
	e->dekad_last = e->dekad;
	e->part = PART_DEKAD;
	return i + 1;
}

/* Two numbers may be something else than year and month: a decimal, a version, an identifier. */
static int
may_be_month(const struct dexpr *e, const struct datenum *month, uint32_t separator)
{
	if (month->value < 1 || month->value > 12 || month->digits > 2)
		return 0;
	/* M7.3 is a magnitude, H19-12 a number of a document */
	if (separator == '-' ? e->kind == YEAR_ERA : e->letter && era_year(e->era, e->year) < 1950)
		return 0;
	if (e->kind == YEAR_ERA)
		return 1;
	return separator == '/' || (separator != '.' && month->digits == 2 && e->kind == YEAR_AD);
}

/* What is behind a year and a month: 9.28, 9月末, 9末, nothing. */
static size_t
numeric_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;

	if (win(w, k) == U'月')
		return date_in_month(w, k + 1, e);
	end = date_in_month(w, i, e);
	return e->part == PART_DAY ? 0 : end;
}

static size_t
numeric(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t separator = win(w, i);
	struct datenum month, day;
	size_t end, k;

	if (!(end = date_number(w, i + 1, 2, 0, &month)) || month.kanji)
		return 0;
	e->month = month.value;
	e->part = PART_MONTH;
	if (win(w, end) == separator && (k = date_number(w, end + 1, 2, 0, &day)) && !day.kanji) {
		if (month.value < 1 || day.value < 1 || goes_on(w, k, separator))
			return 0;
		if (month.value > 12 || day.value > 31)
			e->fault = FAULT_IMPOSSIBLE;
		e->day = day.value;
		e->part = PART_DAY;
		return e->fault && e->kind != YEAR_ERA ? 0 : k;
	}
	if (win(w, end) == separator && (k = numeric_dekad(w, end + 1, e)))
		return k;
	if (!may_be_month(e, &month, separator) || goes_on(w, end, separator) || e->fault)
		return 0;
	return numeric_month(w, end, e);
}

size_t
date_numeric(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr whole = *e;
	size_t end = is_separator(win(w, i)) ? numeric(w, i, &whole) : 0;

	if (end)
		*e = whole;
	return end;
}

/* What makes a number and 月 something else than a month of the year: 3月間, 9月次, 五月雨式, 六月以内, 36月. */
static int
is_no_month(struct datewin *w, size_t end, const struct dexpr *e)
{
	static const uint32_t words[] = U"曜間額次別刊給謝経報当例雨病晴堂";
	const uint32_t *p = words;
	uint32_t c = win(w, end);

	while (*p && *p != c)
		p++;
	if (c && *p)
		return 1;
	if ((c == U'ご' && win(w, end + 1) != U'ろ') || (c == U'あ' && win(w, end + 1) == U'た') ||
	    (c == U'半' && win(w, end + 1) != U'ば') || c == U'ぶ' || c == U'程')
		return 1;
	if (c == U'以' && (win(w, end + 1) == U'内' || win(w, end + 1) == U'上'))
		return 1;
	return e->fault == FAULT_IMPOSSIBLE && e->month > 19;
}

/* 9月末, 二月三日: the year is left out. */
static size_t
month_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t prev = win_prev(w, i);
	size_t end;

	if (is_alnum(prev) || is_kanji_number(prev) || prev == U'第' || prev == U'数' || prev == '.' ||
	    prev == '/' || prev == '-' || prev == U'約' || prev == U'満')
		return 0;
	if (is_blank(prev) && i > 1 && is_digit(win(w, i - 2)) && is_blank(win(w, i + 1)))
		return 0; /* 1 0 月: ten, or one and zero */
	*e = (struct dexpr){.era = ERA_NONE};
	if (!(end = date_month(w, i, e)) || e->fault == FAULT_GARBLED || (!e->month && e->fault != FAULT_PLACEHOLDER))
		return 0;
	if (e->part == PART_MONTH && !e->edge && !e->open && is_no_month(w, end, e))
		return 0;
	/* ○月 alone may be a bullet: the day has to be there, or a second hole */
	if (e->fault == FAULT_PLACEHOLDER && e->part == PART_MONTH && win(w, end - 1) != U'日' && !is_hole(win(w, i + 1)))
		return 0;
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

/* 17～19年度, 9～10年度: numbers that only the end of the range explains. */
static size_t
open_years(struct datewin *w, size_t i, struct dexpr *e)
{
	struct datenum num, other;
	size_t end = date_number(w, i, 2, 0, &num), dash;
	uint32_t prev = win_prev(w, i);

	if (!end || num.value < 1 || num.kanji || is_alnum(prev) || prev == U'第' || prev == '.' || prev == '/' ||
	    prev == '-')
		return 0;
	if (!(dash = range_dash(w, end)) || !(dash = date_number(w, dash, 2, 0, &other)))
		return 0;
	if (win(w, dash) != U'年' || win(w, dash + 1) != U'度' || is_ideograph(win(w, dash + 2)))
		return 0;
	*e = (struct dexpr){.kind = YEAR_BARE, .era = ERA_NONE, .year = num.value, .padded = num.padded, .open = 1};
	return end;
}

/* 毎年9月, 毎月末: not one date. */
static size_t
recurring_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t c = win(w, i), unit = win(w, i + 1);
	size_t k = i + 2, end;

	if ((c != U'毎' && c != U'例' && c != U'各') || (unit != U'年' && unit != U'月'))
		return 0;
	*e = (struct dexpr){.era = ERA_NONE};
	if (unit == U'年' && win(w, k) == U'度')
		e->fiscal = 1, k++;
	e->by_month = unit == U'月';
	e->part = e->by_month ? PART_MONTH : PART_YEAR;
	end = date_part(w, k, e);
	if (end == k)
		return 0;
	e->fault = FAULT_RECURRING;
	return end;
}

size_t
date_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end;

	if ((end = recurring_expr(w, i, e)))
		return end;
	if ((end = date_year(w, i, e)))
		return e->fault == FAULT_PLACEHOLDER || e->month || e->by_day ? end : date_part(w, end, e);
	if ((end = month_expr(w, i, e)) || (end = open_years(w, i, e)) || (end = dotted_expr(w, i, e)))
		return end;
	*e = (struct dexpr){.kind = YEAR_RELATIVE, .era = ERA_NONE, .anchor = FROM_NEAREST, .fiscal = 1};
	end = is_ideograph(win_prev(w, i)) || is_alnum(win_prev(w, i)) ? 0 : date_span(w, i, e);
	return end && (e->part == PART_QUARTER || win(w, i + 1) == U'期' || win(w, i + 2) == U'期') ? end : 0;
}

/* 31日, 中旬 behind a month that FIRST has told; 9/30 behind 2007/4/1. */
static size_t
same_month(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	size_t end;

	if (first->part != PART_DAY && first->part != PART_DEKAD)
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .part = PART_MONTH, .month = first->month};
	end = date_in_month(w, i, e);
	return end > i && (e->part == PART_DAY || e->part == PART_DEKAD) && !e->open ? end : 0;
}

/* 20年 behind 平成18年, 09年 behind 2007: a bare year, which alone would be a duration. It has to be the later one. */
static size_t
later_year(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	struct datenum num;
	size_t end = date_number(w, i, 2, 0, &num);
	uint32_t next = end ? win(w, end + 1) : 0;
	int least = first->kind == YEAR_AD ? first->year % 100 : first->year;

	if (!end || win(w, end) != U'年' || first->part != PART_YEAR || first->fiscal || first->edge || num.value <= least ||
	    (first->kind != YEAR_AD && first->kind != YEAR_ERA))
		return 0;
	if (next == U'間' || next == U'目' || next == U'度' || next == U'後' || next == U'前' || next == U'代')
		return 0;
	*e = (struct dexpr){.kind = YEAR_BARE, .era = ERA_NONE, .year = num.value, .padded = num.padded};
	return end + 1;
}

/* 9/30 behind 2007/4/1: month and day, with the separator of the first half. */
static size_t
month_and_day(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	struct datenum month, day;
	size_t end = date_number(w, i, 2, 0, &month), k;
	uint32_t separator = end ? win(w, end) : 0;

	if (!end || !is_separator(separator) || first->part != PART_DAY || month.kanji)
		return 0;
	k = date_number(w, end + 1, 2, 0, &day);
	if (!k || goes_on(w, k, separator) || day.value < 1 || month.value < 1 || month.value > 12 || day.value > 31)
		return 0;
	*e = (struct dexpr){.era = ERA_NONE, .part = PART_DAY, .month = month.value, .day = day.value};
	return k;
}

size_t
date_rest(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e)
{
	size_t end;

	w->fresh = i;
	end = date_expr(w, i, e);
	if (!end && !first->open && (end = month_and_day(w, i, first, e)))
		return end;
	if (!end)
		end = same_month(w, i, first, e);
	return end ? end : later_year(w, i, first, e);
}
