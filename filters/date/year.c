/* year.c - the year of a date: 平成19年, H19.9, 2007（平成19）年度, 19年度, '07; see date/expr.h */
#include "date/expr.h"
#include "date/num.h"

enum { AD_FIRST = 1600, AD_LAST = 2199 };

/* 年, 年度 or 事業年度 behind the number. The business year of an incorporated administrative agency is the
 * fiscal year (Act on General Rules, article 36). */
static size_t
year_unit(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), d, business = win_text(w, k, U"事業", 0);

	k = business ? business : k;
	if (win(w, k) != U'年')
		return 0;
	d = skip_blanks(w, k + 1);
	e->fiscal = win(w, d) == U'度';
	if (business && !e->fiscal)
		return 0;
	return e->fiscal ? d + 1 : k + 1;
}

/* An era, and whether it was written as one letter or one ideograph. */
static size_t
era_name(struct datewin *w, size_t i, const struct era_form **form)
{
	const struct era_form *f;

	for (f = era_forms(win(w, i)); f; f = era_next(f)) {
		size_t end = win_text(w, i, f->c, 1);
		uint32_t prev = win_prev(w, i);

		if (!end || (f->letter && (is_alnum(prev) || prev == '.' || prev == '-' || prev == '/' || prev == '_' ||
		    prev == U'×' || prev == U'φ')))
			continue;
		if (!f->c[1] && is_ideograph(f->c[0]) && is_ideograph(prev))
			continue;
		*form = f;
		return end;
	}
	return 0;
}

/* The number of a year of an era: 元, 19, 十九, 1 9. */
static size_t
era_number(struct datewin *w, size_t i, int era, struct dexpr *e)
{
	struct datenum num;
	size_t end;

	e->kind = YEAR_ERA;
	e->era = era;
	e->year = 1;
	if (win(w, i) == U'元')
		return i + 1;
	end = date_number(w, i, 3, 1, &num);
	if (num.kanji && num.value == 0) /* 令和〇年: not filled in */
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

	if (!end || num.value < AD_FIRST || num.value > AD_LAST || (num.padded && !num.kanji))
		return 0;
	e->kind = YEAR_AD;
	e->year = num.value;
	return end;
}

static int
opens(uint32_t c)
{
	return c == '(' || c == U'〔' || c == U'【' || c == '[' || c == U'〈' || c == '<';
}

static int
closes(uint32_t c)
{
	return c == ')' || c == U'〕' || c == U'】' || c == ']' || c == U'〉' || c == '>';
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
	size_t end = era_name(w, i, &form), k;

	*other = (struct dexpr){.era = ERA_NONE};
	if (end)
		end = era_number(w, skip_blanks(w, end), form->era, other);
	else if (e->kind == YEAR_ERA)
		end = ad_number(w, i, other);
	if (!end)
		return 0;
	*unit = (k = year_unit(w, end, other)) != 0;
	return skip_blanks(w, k ? k : end);
}

/* （平成19）, (2007年), [平成19年度], （平成31・令和元）: other notations of the year E, in brackets. */
static size_t
year_alternative(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;
	struct dexpr other, joined = *e;
	int unit = 0, units = 0;

	if ((e->kind != YEAR_AD && e->kind != YEAR_ERA) || !opens(win(w, k)))
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
	} while (win(w, end) == U'・' || win(w, end) == '/' || win(w, end) == U'、');
	if (!closes(win(w, end)))
		return 0;
	*e = joined;
	if (units)
		e->open = 0;
	return end + 1;
}

/* What follows the number of a full year: 年, （2007）年, 年（2007年）, or nothing yet. */
static size_t
year_rest(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end = year_unit(w, i, e), alt;

	e->open = !end;
	alt = year_alternative(w, end ? end : i, e);
	if (alt && e->open && (end = year_unit(w, alt, e)))
		e->open = 0;
	else if (alt)
		end = alt;
	return end ? end : i;
}

/* Characters that make a number and 年 something else than a year: 10年間, 1990年代, 3年度連続, 2000年以上. */
static int
is_count(uint32_t c, uint32_t next)
{
	if (c == U'前' || c == U'後')
		return next != U'期' && next != U'半';
	if (c == U'以')
		return next == U'上' || next == U'内' || next == U'下';
	if (c == U'に')
		return next == U'わ' || next == U'亘';
	return c == U'間' || c == U'代' || c == U'目' || c == U'来' || c == U'ぶ' || c == U'余' || c == U'経';
}

static size_t
era_year_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct era_form *form;
	size_t k = era_name(w, i, &form), end, num;

	if (!k)
		return 0;
	k = skip_blanks(w, k);
	e->letter = form->letter;
	if (!(end = era_number(w, k, form->era, e)))
		return form->letter ? 0 : date_placeholder(w, i, e);
	if ((num = date_numeric(w, end, e)))
		return num;
	end = year_rest(w, end, e);
	if ((e->open && e->fault) || win(w, end) == U'代') /* 昭和40年代 */
		return 0;
	return end;
}

static size_t
ad_year_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	static const uint32_t name[] = {U'西', U'暦', 0};
	size_t named = win_text(w, i, name, 1), k = named ? skip_blanks(w, named) : i, end, num;
	uint32_t prev = win_prev(w, k);

	if (!named && (is_alnum(prev) || prev == '.' || prev == '/' || prev == '-' || prev == '_' ||
	    prev == U'第' || prev == U'約' || is_kanji_number(prev)))
		return 0;
	if (!(end = ad_number(w, k, e)))
		return date_placeholder(w, i, e);
	if ((num = date_numeric(w, end, e)))
		return num;
	end = year_rest(w, end, e);
	if (is_count(win(w, end), win(w, end + 1)) && !e->fiscal)
		return 0;
	return end;
}

/* FY2007 */
static size_t
fy_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end;

	if (win(w, i) != 'F' || win(w, i + 1) != 'Y' || is_alnum(win_prev(w, i)))
		return 0;
	end = ad_number(w, skip_blanks(w, i + 2), e);
	if (!end || is_alnum(win(w, end)))
		return 0;
	e->fiscal = 1;
	return end;
}

/* '07/9/28, '07年: POSIX's strptime puts 69 to 99 into the 20th century, 00 to 68 into the 21st. */
static size_t
short_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t c = win(w, i);
	struct datenum num;
	size_t end, rest;

	if ((c != '\'' && c != U'’' && c != U'‘') || is_alnum(win_prev(w, i)))
		return 0;
	end = date_number(w, i + 1, 2, 0, &num);
	if (!end || num.digits != 2 || num.kanji)
		return 0;
	e->kind = YEAR_SHORT;
	e->year = num.value < 69 ? 2000 + num.value : 1900 + num.value;
	if ((rest = date_numeric(w, end, e)))
		return rest;
	return year_unit(w, end, e);
}

/* 17年4月, 19年度, 18年度下期: a number and 年 alone is a duration, so more has to follow. */
static size_t
bare_expr(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t prev = win_prev(w, i);
	struct datenum num;
	struct dexpr probe;
	size_t end, unit;

	if (is_alnum(prev) || is_kanji_number(prev) || prev == U'第' || prev == U'数' || prev == U'.' ||
	    prev == '/' || prev == '-' || prev == U'約' || prev == U'満' || prev == U'各')
		return 0;
	end = win(w, i) == U'元' ? i + 1 : date_number(w, i, 2, 0, &num);
	if (!end)
		return 0;
	e->kind = YEAR_BARE;
	e->year = win(w, i) == U'元' ? 1 : num.value;
	e->padded = win(w, i) != U'元' && num.padded;
	if (!(unit = year_unit(w, end, e)) || e->year < 1 || e->year > 99)
		return 0;
	if (e->fiscal && (is_count(win(w, unit), win(w, unit + 1)) || win(w, unit) == U'連' || win(w, unit) == U'分'))
		return 0;
	probe = *e;
	if (!e->fiscal && date_part(w, unit, &probe) == unit)
		return 0;
	return unit;
}

/* The forms that a year may have by its first character, in the order in which they are tried. */
size_t
date_year(struct datewin *w, size_t i, struct dexpr *e)
{
	static const struct {
		unsigned first;
		size_t (*form)(struct datewin *, size_t, struct dexpr *);
	} forms[] = {
		{DC_ERA, era_year_expr}, {DC_NUMBER | DC_HOLE, ad_year_expr}, {DC_RELATIVE, date_relative},
		{DC_NUMBER, bare_expr},
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
	switch (c) {
	case U'西':
		return ad_year_expr(w, i, e);
	case U'元':
		return bare_expr(w, i, e);
	case 'F':
		return fy_expr(w, i, e);
	case '\'': case U'’': case U'‘':
		return short_expr(w, i, e);
	}
	return 0;
}
