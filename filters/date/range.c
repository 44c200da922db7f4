/* range.c - from one expression to another: 2006 to 2008, 2 October to the 31st; see date/value.h */
#include "date/value.h"

enum { FEW = 10, MANY = 20 }; /* years that a plan may be long */

static int
is_absolute(const struct dexpr *e)
{
	return e->kind == YEAR_AD || e->kind == YEAR_ERA || e->kind == YEAR_SHORT;
}

/* What follows a range leans on the year that both its ends are in, if there is one. */
static struct datectx
span(const struct datectx *first, const struct datectx *last)
{
	struct datectx c = *last;
	int months = first->month && last->month;

	if (first->kind == last->kind && first->year == last->year)
		return c;
	if (months && first->year == last->year)
		return c;
	c.kind = CTX_SPAN;
	if (months && fiscal_year(first->year, first->month) == fiscal_year(last->year, last->month)) {
		c.kind = CTX_FISCAL;
		c.year = fiscal_year(first->year, first->month);
	}
	return c;
}

static void
join(const struct dvalue *first, const struct dvalue *last, struct dvalue *v)
{
	unsigned flags = first->flags | last->flags;

	if (!first->known || !last->known) {
		*v = first->known ? *last : *first;
		v->flags = flags;
		v->candidates = 0; /* they are of one end only */
		value_null(v, v->fault);
		return;
	}
	*v = *last;
	v->flags = flags;
	v->start = first->start;
	if (first->precision > v->precision)
		v->precision = first->precision;
	v->as = span(&first->as, &last->as);
	if (v->end < v->start)
		value_null(v, FAULT_CONFLICT);
}

/* The years of eras, N each, that are not before (DIRECTION 1) or not after (-1) YEAR: the nearest one. */
static int
nearest_bare(int n, int year, int direction, int *era)
{
	int i, best = 0;

	for (i = 0; i < era_count; i++) {
		int y = era_year(i, n), distance = direction * (y - year);

		if (n <= eras[i].last && distance >= 0 && (!best || distance < direction * (best - year))) {
			best = y;
			*era = i;
		}
	}
	return best;
}

/* A bare number of years at the end of a range (DIRECTION 1) or at its beginning (-1), seen from the other end.
 * In the era of the other end if that keeps the order, else in the nearest era that does. Of a Gregorian
 * year it repeats the last digits (2007～09), unless a year of an era fits as well. */
static void
bare_from(const struct dexpr *e, const struct datectx *other, int direction, struct dvalue *v)
{
	int era = other->era, year = 0, century = other->year / 100 * 100 + e->year;

	*v = (struct dvalue){0};
	if (era == ERA_NONE) {
		int distance = direction * (century - other->year);

		if (distance < 0 || (!e->padded && (year = nearest_bare(e->year, other->year, direction, &era)) &&
		    direction * (year - other->year) <= (distance <= FEW ? FEW : MANY))) {
			value_null(v, FAULT_AMBIGUOUS);
			return;
		}
		v->flags |= FLAG_INFERRED_YEAR;
		value_in_year(e, century, ERA_NONE, v);
		return;
	}
	year = era_year(era, e->year);
	if (direction * (year - other->year) < 0 || e->year > eras[era].last) {
		v->flags |= FLAG_INFERRED_ERA;
		year = nearest_bare(e->year, other->year, direction, &era);
	}
	if (!year || direction * (year - other->year) > 30)
		value_null(v, FAULT_AMBIGUOUS);
	else
		value_in_year(e, year, era, v);
}

/* A month or day without a year: the next one that is not before, or the last one that is not after, the other end. */
static void
month_from(const struct dexpr *e, const struct dvalue *other, int direction, struct dvalue *v)
{
	struct dexpr plain = *e;
	int year = other->as.year;

	if (other->as.kind == CTX_FISCAL) {
		plain.fiscal = 1;
	} else if (other->as.kind == CTX_NONE || other->as.kind == CTX_SPAN) {
		*v = (struct dvalue){0};
		value_null(v, FAULT_AMBIGUOUS);
		return;
	}
	*v = (struct dvalue){0};
	value_in_year(&plain, year, other->as.era, v);
	if (v->known && other->as.month &&
	    (direction > 0 ? v->end < other->start : v->start > other->end)) {
		*v = (struct dvalue){.flags = FLAG_INFERRED_YEAR};
		value_in_year(&plain, year + direction, other->as.era, v);
	}
}

/* A season, a quarter behind one of the same year: winter begins in that year, too. */
static void
span_from(const struct dexpr *e, const struct dvalue *first, struct dvalue *v)
{
	struct dexpr last = *e;
	int year = first->as.year, month, day;

	*v = (struct dvalue){0};
	/* the months of the fiscal year's winter are those from its December on */
	last.fiscal = first->as.kind == CTX_FISCAL || (e->part == PART_SEASON && e->n == 4);
	if (first->as.kind == CTX_NONE) { /* a quarter of the present: of a fiscal year */
		day_split(first->start, &year, &month, &day);
		year = fiscal_year(year, month);
		last.fiscal = 1;
	}
	value_in_year(&last, year, first->as.era, v);
}

/* The end of a range whose beginning is known. */
static void
last_value(const struct dexpr *e, const struct dvalue *first, const struct datelook *look, struct dvalue *v)
{
	struct datelook after = *look;
	struct dexpr in_month;

	if (first->as.kind) {
		after.near = first->as;
		after.tie = TIE_LIST;
	}
	if (e->kind == YEAR_NONE && (e->part == PART_SEASON || e->part == PART_QUARTER) && first->known &&
	    (first->as.kind == CTX_YEAR || first->as.kind == CTX_FISCAL || first->precision == BY_QUARTER)) {
		span_from(e, first, v);
		return;
	}
	if (e->kind == YEAR_NONE && !e->month && !e->fault) { /* the month is not said again */
		in_month = *e;
		in_month.month = first->as.month;
		e = &in_month;
	}
	*v = (struct dvalue){0};
	if (e->kind == YEAR_NONE && !e->month && !e->fault)
		value_null(v, FAULT_AMBIGUOUS);
	else if (e->fault || is_absolute(e) || !first->known || (e->kind == YEAR_RELATIVE && !e->near))
		date_value(e, look, v);
	else if (e->kind == YEAR_BARE)
		bare_from(e, &first->as, 1, v);
	else if (e->kind == YEAR_NONE)
		month_from(e, first, 1, v);
	else
		date_value(e, &after, v);
	value_weekday(v, e->weekday);
}

static void
first_value(const struct dexpr *e, const struct dvalue *last, struct dvalue *v)
{
	if (e->kind == YEAR_BARE) {
		bare_from(e, &last->as, -1, v);
		v->flags |= FLAG_INFERRED_ERA;
	} else {
		month_from(e, last, -1, v);
		v->flags |= FLAG_INFERRED_YEAR;
	}
}

static void
both_ends(const struct dexpr *first, const struct dexpr *last, const struct datelook *look, struct dvalue *v)
{
	struct dexpr begin = *first;
	struct dvalue a, b;

	if (begin.open && (begin.part == PART_YEAR || begin.part == PART_QUARTER))
		begin.fiscal |= last->fiscal;
	if (!begin.fault && (begin.kind == YEAR_NONE || begin.kind == YEAR_BARE) && is_absolute(last)) {
		date_value(last, look, &b);
		if (b.known)
			first_value(&begin, &b, &a);
		else
			date_value(&begin, look, &a);
	} else {
		date_value(&begin, look, &a);
		last_value(last, &a, look, &b);
	}
	join(&a, &b, v);
	if (first->approximate || last->approximate)
		v->flags |= FLAG_APPROXIMATE;
}

/* From one mere number to another: calendar years, or fiscal ones. */
static void
either_years(struct dexpr first, struct dexpr last, const struct datelook *look, struct dvalue *v)
{
	struct dvalue fiscal;

	first.unitless = last.unitless = 0;
	both_ends(&first, &last, look, v);
	first.fiscal = last.fiscal = 1;
	both_ends(&first, &last, look, &fiscal);
	value_candidate(v, v);
	value_candidate(v, &fiscal);
	value_null(v, FAULT_AMBIGUOUS);
}

void
range_value(const struct dexpr *first, const struct dexpr *last, const struct datelook *look, struct dvalue *v)
{
	struct dexpr end = *last;

	if (first->unitless && last->unitless && !first->fiscal) {
		either_years(*first, end, look, v);
		return;
	}
	if (first->unitless)
		end.fiscal |= first->fiscal;
	end.unitless = 0;
	both_ends(first, &end, look, v);
}
