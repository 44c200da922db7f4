/* value.c - the days that an expression means; see date/value.h */
#include "date/value.h"

#include <stdlib.h>

#include "date/cal.h"
#include "base/hash.h"

enum { LEAP_YEAR = 2000 };

void
value_null(struct dvalue *v, enum fault fault)
{
	v->known = 0;
	v->fault = fault;
	v->flags = (v->flags & ~(unsigned)(FLAG_INFERRED_ERA | FLAG_INFERRED_YEAR)) | FLAG_UNRESOLVED;
	v->as.kind = CTX_NONE;
}

struct datectx
ctx_of_day(long day)
{
	struct datectx c = {.kind = CTX_DAY, .era = era_on(day), .from = FROM_BASE};

	day_split(day, &c.year, &c.month, &c.day);
	return c;
}

struct span {
	int year, month, n;
	long start, end;
};

static struct span
span_of(int year, int month, int n)
{
	struct span s = {.year = year, .month = month, .n = n};
	int last = month + n - 1;

	s.start = day_of(year + (month - 1) / 12, (month - 1) % 12 + 1, 1);
	year += (last - 1) / 12;
	last = (last - 1) % 12 + 1;
	s.end = day_of(year, last, month_days(year, last));
	return s;
}

/* N months from MONTH of YEAR on; MONTH may be over 12. A document speaks of few years, so that each slot keeps the last
 * span that fell into it: of what 年度内 means half is the calendar. */
static void
months(struct dvalue *v, int year, int month, int n, enum precision precision)
{
	enum { SLOTS = 64 };
	static struct span kept[SLOTS]; /* N is 0 where there is none */
	struct span *s = &kept[(unsigned)(12 * year + month + n) % SLOTS];

	if (!KEEPS_ANSWERS || s->n != n || s->year != year || s->month != month)
		*s = span_of(year, month, n);
	v->start = s->start;
	v->end = s->end;
	v->precision = precision;
}

/* Of the seasons, winter lies in two calendar years, and spring in two fiscal years: which one is meant is
 * not said. Months as the Japan Meteorological Agency has them: spring from March to May. */
static void
season_value(const struct dexpr *e, int year, struct dvalue *v)
{
	if (e->n == (e->fiscal ? 1 : 4))
		value_null(v, FAULT_AMBIGUOUS);
	else
		months(v, year, 3 * e->n, 3, BY_SEASON);
}

static void
dekad_value(const struct dexpr *e, int year, struct dvalue *v)
{
	v->start = day_of(year, e->month, 10 * e->dekad - 9);
	v->end = day_of(year, e->month, e->dekad_last == 3 ? month_days(year, e->month) : 10 * e->dekad_last);
	v->precision = BY_DEKAD;
}

static void
part_value(const struct dexpr *e, int year, struct dvalue *v)
{
	int first = e->fiscal ? FISCAL_MONTH : 1;

	switch (e->part) {
	case PART_YEAR:
		months(v, year, first, 12, e->fiscal ? BY_FISCAL_YEAR : BY_YEAR);
		break;
	case PART_HALF:
		months(v, year, first + 6 * (e->n - 1), 6, BY_HALF);
		break;
	case PART_QUARTER:
		months(v, year, first + 3 * (e->n - 1), 3, BY_QUARTER);
		break;
	case PART_SEASON:
		season_value(e, year, v);
		break;
	case PART_MONTH:
		months(v, year, e->month, 1, BY_MONTH);
		break;
	case PART_DEKAD:
		dekad_value(e, year, v);
		break;
	case PART_DAY:
		v->start = v->end = day_of(year, e->month, e->day);
		v->precision = BY_DAY;
		break;
	}
}

static void
edge_value(const struct dexpr *e, struct dvalue *v)
{
	if (e->edge == EDGE_NONE || !v->known)
		return;
	if (e->edge == EDGE_LAST)
		v->start = v->end;
	else
		v->end = v->start;
	v->precision = BY_DAY;
}

/* An era has no day before its first one. A fiscal year is its era's as a whole: the Cabinet's decision on
 * the change of 2019 calls all of it 令和元年度. */
static void
era_value(const struct dexpr *e, struct dvalue *v)
{
	long first = eras[e->era].first_day;

	if (v->start < gregorian_from())
		value_null(v, FAULT_LUNAR);
	else if (e->fiscal || first < gregorian_from())
		return;
	else if (v->end < first)
		value_null(v, FAULT_IMPOSSIBLE);
	else if (v->start < first)
		v->start = first;
}

static struct datectx
ctx_of(const struct dexpr *e, int year, int era)
{
	struct datectx c = {.kind = CTX_YEAR, .year = year, .month = e->month, .day = e->day, .era = era};

	if (e->part == PART_DAY)
		c.kind = CTX_DAY;
	else if (e->month)
		c.kind = CTX_MONTH;
	else if (e->kind == YEAR_RELATIVE)
		c.kind = CTX_NONE; /* 前年度, 年内: said in passing; what follows leans on what they lean on */
	else if (e->fiscal)
		c.kind = CTX_FISCAL;
	return c;
}

void
value_in_year(const struct dexpr *e, int year, int era, struct dvalue *v)
{
	int y = e->fiscal && e->month && e->month < FISCAL_MONTH ? year + 1 : year;

	if (e->part == PART_DAY && !day_exists(y, e->month, e->day)) {
		value_null(v, e->kind == YEAR_NONE || e->kind == YEAR_BARE ? FAULT_AMBIGUOUS : FAULT_IMPOSSIBLE);
		return;
	}
	v->known = 1;
	v->as = ctx_of(e, y, era);
	part_value(e, y, v);
	if (v->known && e->kind == YEAR_ERA)
		era_value(e, v);
	edge_value(e, v);
}

static void
month_value(const struct dexpr *e, const struct datectx *near, struct dvalue *v)
{
	int year;

	v->flags |= FLAG_INFERRED_YEAR;
	if (near->kind == CTX_NONE)
		value_null(v, FAULT_NONE);
	else if (!month_year(e->month, near, &year))
		value_null(v, FAULT_AMBIGUOUS);
	else
		value_in_year(e, year, near->era, v);
	v->as.in_fiscal = near->kind == CTX_FISCAL || near->in_fiscal;
}

static void
bare_value(const struct dexpr *e, const struct datectx *near, struct dvalue *v)
{
	int era, year;

	v->flags |= FLAG_INFERRED_ERA;
	if (near->kind == CTX_NONE)
		value_null(v, FAULT_NONE);
	else if (e->padded && near->era == ERA_NONE)
		value_in_year(e, near->year / 100 * 100 + e->year, ERA_NONE, v);
	else if (e->padded || !bare_year(e->year, near, &era, &year) || (e->unsure && abs(year - near->year) > 1))
		value_null(v, FAULT_AMBIGUOUS);
	else
		value_in_year(e, year, era, v);
}

/* 同月, 翌月, 翌日: they need a month, a day, to count from. */
static void
relative_month(const struct dexpr *e, const struct datectx *from, struct dvalue *v)
{
	struct dexpr absolute = *e;
	int n, year, month, day;

	if (from->kind != CTX_DAY && (from->kind != CTX_MONTH || e->by_day)) {
		value_null(v, FAULT_NONE);
		return;
	}
	if (e->by_day) {
		day_split(day_of(from->year, from->month, from->day) + e->year, &year, &month, &day);
		absolute.day = day;
	} else {
		n = 12 * from->year + from->month - 1 + e->year;
		year = n / 12;
		month = n % 12 + 1;
	}
	absolute.month = month;
	value_in_year(&absolute, year, from->era, v);
}

static void
relative_value(const struct dexpr *e, const struct datelook *look, struct dvalue *v)
{
	const struct datectx *from = e->anchor == FROM_NOW ? &look->now : &look->near;
	int year;

	v->flags |= FLAG_RELATIVE | FLAG_INFERRED_YEAR;
	if (from->kind == CTX_NONE)
		value_null(v, FAULT_NONE);
	else if (e->by_month || e->by_day)
		relative_month(e, from, v);
	else if (!relative_year(e, from, &year))
		value_null(v, FAULT_AMBIGUOUS);
	else
		value_in_year(e, year + e->year, from->era, v);
}

/* True if E names a day or a month that no year has. */
static int
never_exists(const struct dexpr *e)
{
	if (e->part == PART_DAY && e->month)
		return !day_exists(LEAP_YEAR, e->month, e->day);
	return e->month > 12;
}

void
date_value(const struct dexpr *e, const struct datelook *look, struct dvalue *v)
{
	*v = (struct dvalue){.flags = e->approximate ? FLAG_APPROXIMATE : 0};
	if (e->fault || never_exists(e)) {
		value_null(v, e->fault ? e->fault : FAULT_IMPOSSIBLE);
		return;
	}
	switch (e->kind) {
	case YEAR_NONE:
		month_value(e, &look->near, v);
		break;
	case YEAR_BARE:
		bare_value(e, &look->near, v);
		break;
	case YEAR_RELATIVE:
		relative_value(e, look, v);
		break;
	case YEAR_SHORT:
		v->flags |= FLAG_INFERRED_YEAR;
		value_in_year(e, e->year, ERA_NONE, v);
		break;
	case YEAR_AD:
		value_in_year(e, e->year, e->era, v);
		break;
	case YEAR_ERA:
		value_in_year(e, era_year(e->era, e->year), e->era, v);
		break;
	}
}
