/* value.c - the days that an expression means; see date/value.h */
#include "date/value.h"

#include "base/check.h"
#include "base/hash.h"

enum { HALF_MONTH = 15, LEAP_YEAR = 2000, NEVER = 9999, LAST_OF_TWO_DIGITS = 99 };

void
value_null(struct dvalue *v, enum fault fault)
{
	v->known = 0;
	v->fault = fault;
	v->flags = (v->flags & ~(unsigned)(FLAG_INFERRED_ERA | FLAG_INFERRED_YEAR | FLAG_ERA_OVER)) | FLAG_UNRESOLVED;
	v->as.kind = CTX_NONE;
}

void
value_without(struct dvalue *v, enum precision precision)
{
	v->known = v->candidates = 0;
	v->fault = FAULT_NONE;
	v->precision = precision;
	v->flags &= FLAG_APPROXIMATE | FLAG_UNTIL | FLAG_FROM;
	v->as.kind = CTX_NONE;
}

void
value_candidate(struct dvalue *v, const struct dvalue *other)
{
	int i;

	for (i = 0; i < v->candidates; i++)
		if (v->candidate[i].start == other->start && v->candidate[i].end == other->end)
			return;
	if (!other->known || v->candidates == CANDIDATES)
		return;
	for (i = v->candidates++; i > 0 && v->candidate[i - 1].start > other->start; i--)
		v->candidate[i] = v->candidate[i - 1];
	v->candidate[i] = (struct interval){other->start, other->end};
}

void
value_weekday(struct dvalue *v, int weekday)
{
	if (weekday && v->known && v->precision == BY_DAY && day_of_week(v->start) != weekday)
		v->flags |= FLAG_WEEKDAY;
}

struct datectx
ctx_of_day(long day)
{
	struct datectx c = {.kind = CTX_DAY, .era = era_on(day)};

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
	else if (CHECKS)
		check_same(span_of(year, month, n).start == s->start && span_of(year, month, n).end == s->end, "a kept span of months",
		           (struct slice){NULL, 0});
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

/* Half a year; of a month, its first fifteen days or the rest. */
static void
half_value(const struct dexpr *e, int year, struct dvalue *v)
{
	if (!e->month) {
		months(v, year, (e->fiscal ? FISCAL_MONTH : 1) + 6 * (e->n - 1), 6, BY_HALF);
		return;
	}
	v->start = day_of(year, e->month, e->n == 1 ? 1 : HALF_MONTH + 1);
	v->end = day_of(year, e->month, e->n == 1 ? HALF_MONTH : month_days(year, e->month));
	v->precision = BY_HALF;
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
		half_value(e, year, v);
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
	case PART_WEEK: /* on which day a week begins is not agreed */
		value_null(v, FAULT_NONE);
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

/* Years go on behind the end of an era, as plans were written before it was known. A fiscal year counts by its first day:
 * that of 平成31年度 is of 平成. */
static void
era_over(int era, struct dvalue *v)
{
	if (v->known && v->start > eras[era].last_day)
		v->flags |= FLAG_ERA_OVER;
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
		c.kind = CTX_NONE; /* said in passing; what follows leans on what it leans on */
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
	if (year == NEVER || (e->kind == YEAR_ERA && e->year == eras[e->era].last && e->year == LAST_OF_TWO_DIGITS))
		v->flags |= FLAG_SENTINEL;
	v->as = ctx_of(e, y, era);
	part_value(e, y, v);
	if (v->known && e->kind == YEAR_ERA)
		era_value(e, v);
	if (e->kind == YEAR_ERA || (e->kind == YEAR_BARE && era != ERA_NONE))
		era_over(e->kind == YEAR_ERA ? e->era : era, v);
	edge_value(e, v);
}

/* Years as mere numbers: of the calendar, or fiscal ones. */
static void
either_year(const struct dexpr *e, int year, int era, struct dvalue *v)
{
	struct dexpr fiscal = *e;
	struct dvalue other = {0};

	fiscal.fiscal = 1;
	value_in_year(e, year, era, v);
	if (!e->unitless || e->fiscal)
		return;
	value_in_year(&fiscal, year, era, &other);
	if (v->known && other.known && v->start == other.start && v->end == other.end)
		return; /* the summer of either is the same */
	value_candidate(v, v);
	value_candidate(v, &other);
	value_null(v, FAULT_AMBIGUOUS);
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
	if (e->fault == FAULT_RECURRING || (look->recurs && (e->kind == YEAR_NONE || e->kind == YEAR_RELATIVE))) {
		value_without(v, BY_RECURRENCE);
		return;
	}
	if (e->fault || never_exists(e)) {
		value_null(v, e->fault ? e->fault : FAULT_IMPOSSIBLE);
		return;
	}
	switch (e->kind) {
	case YEAR_NONE:
		infer_month(e, look, v);
		break;
	case YEAR_BARE:
		infer_bare(e, look, v);
		break;
	case YEAR_RELATIVE:
		infer_relative(e, look, v);
		break;
	case YEAR_SHORT:
		v->flags |= FLAG_INFERRED_YEAR;
		value_in_year(e, e->year, ERA_NONE, v);
		break;
	case YEAR_AD:
		either_year(e, e->year, e->era, v);
		break;
	case YEAR_ERA:
		either_year(e, era_year(e->era, e->year), e->era, v);
		break;
	}
	value_weekday(v, e->weekday);
}
