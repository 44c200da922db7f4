/* infer.c - the year, era or month that a date does not say; the model is told in date/look.h */
#include <stdlib.h>

#include "date/value.h"

enum { BARE_WINDOW = 10, MAY_BE_LENGTH = 10 };

/* The readings of one date that were found. */
struct choice {
	struct dvalue v[2 * CANDIDATES];
	int n;
	int asked; /* something was there to lean on; 2: which leaves others open */
};

static void
add(struct choice *c, const struct dexpr *e, int year, int era, int in_fiscal)
{
	struct dvalue v = {0};
	int i;

	if (!c->asked)
		c->asked = 1;
	value_in_year(e, year, era, &v);
	v.as.in_fiscal = in_fiscal;
	for (i = 0; i < c->n; i++)
		if (c->v[i].start == v.start && c->v[i].end == v.end)
			return;
	if (v.known && c->n < 2 * CANDIDATES)
		c->v[c->n++] = v;
}

/* Only the readings whose day is WEEKDAY, if there are. */
static void
keep_weekday(struct choice *c, int weekday)
{
	int i, n = 0;

	if (!weekday)
		return;
	for (i = 0; i < c->n; i++)
		if (c->v[i].start == c->v[i].end && day_of_week(c->v[i].start) == weekday)
			c->v[n++] = c->v[i];
	if (n == 0 && c->n) /* none: all of them are doubtful */
		c->asked = 2;
	else
		c->n = n;
}

/* The one reading, if ALLOWED, or none and all of them as candidates. */
static void
choose(struct choice *c, const struct dexpr *e, int allowed, struct dvalue *v)
{
	unsigned flags = v->flags;
	int i;

	keep_weekday(c, e->weekday);
	if (c->n == 1 && allowed && c->asked == 1) {
		*v = c->v[0];
		v->flags |= flags;
		return;
	}
	for (i = 0; i < c->n; i++)
		value_candidate(v, &c->v[i]);
	value_null(v, c->asked ? FAULT_AMBIGUOUS : FAULT_NONE);
}

static int
fiscal_of(const struct datectx *c)
{
	return c->kind == CTX_FISCAL || c->kind == CTX_YEAR ? c->year : fiscal_year(c->year, c->month);
}

/* Adds the years that a month is of, as seen from C. FOLLOWS: it is said behind C in the same sentence, which goes
 * forward, so that an earlier month may be the next year's. Else months are of the year that C is in: the calendar
 * year and the fiscal year have to agree. */
static void
seen_from(struct choice *to, const struct dexpr *e, const struct datectx *c, int follows)
{
	int fiscal = fiscal_of(c) + (e->month < FISCAL_MONTH);

	if (c->kind == CTX_NONE)
		return;
	to->asked = c->several ? 2 : to->asked ? to->asked : 1;
	if (c->kind == CTX_SPAN)
		return;
	if (c->kind == CTX_FISCAL || c->in_fiscal) {
		add(to, e, fiscal, c->era, 1);
		return;
	}
	add(to, e, c->year, c->era, 0);
	if (c->kind == CTX_YEAR)
		return;
	if (follows && e->month < c->month)
		add(to, e, c->year + 1, c->era, 0);
	else if (!follows && fiscal != c->year && !(c->forward && e->month >= c->month))
		add(to, e, fiscal, c->era, 0);
}

/* What the column, the row, the section and the document tell. */
static void
seen_from_document(struct choice *to, const struct dexpr *e, const struct datelook *look)
{
	if (look->header.kind) {
		seen_from(to, e, &look->header, 0);
		return;
	}
	if (look->named.kind && e->part == PART_DAY) {
		seen_from(to, e, &look->named, 0);
		return;
	}
	seen_from(to, e, &look->row, 0);
	if (look->section.kind) {
		seen_from(to, e, &look->section, 0);
		return;
	}
	seen_from(to, e, &look->subject, 0);
	seen_from(to, e, &look->now, 0);
}

static int
any_is_in(const struct choice *of, const struct choice *in)
{
	int i, k;

	for (i = 0; i < of->n; i++)
		for (k = 0; k < in->n; k++)
			if (of->v[i].start == in->v[k].start)
				return 1;
	return 0;
}

static void
add_all(struct choice *to, const struct choice *from)
{
	int i;

	to->asked = from->asked > to->asked ? from->asked : to->asked;
	for (i = 0; i < from->n && to->n < 2 * CANDIDATES; i++)
		if (!any_is_in(&(struct choice){.v = {from->v[i]}, .n = 1}, to))
			to->v[to->n++] = from->v[i];
}

/* A month alone may be that of every year: something has to say that one is meant. */
static int
is_one(const struct dexpr *e, const struct datelook *look)
{
	int stated = look->header.kind || look->row.kind || look->section.kind || look->subject.kind ||
	    (look->now.kind && !look->from_base);

	if (look->generic)
		return 0;
	if (look->plain)
		return 1;
	return stated && (e->part == PART_DAY || look->certain);
}

void
infer_month(const struct dexpr *e, const struct datelook *look, struct dvalue *v)
{
	struct choice near = {.n = 0}, document = {.n = 0};
	int follows = look->tie != TIE_NONE;

	v->flags |= FLAG_INFERRED_YEAR;
	if (!e->month) { /* the 25th, of which month? */
		value_null(v, FAULT_NONE);
		return;
	}
	seen_from(&near, e, &look->near, follows);
	if (near.asked && look->tie == TIE_LIST) {
		choose(&near, e, 1, v);
		return;
	}
	seen_from_document(&document, e, look);
	if (near.asked && look->tie == TIE_SENTENCE && !look->near.event) {
		if (document.n && !any_is_in(&near, &document))
			add_all(&near, &document);
		choose(&near, e, !look->generic, v);
		return;
	}
	if (near.asked && !document.asked) { /* a new sentence may speak of another year */
		choose(&near, e, 0, v);
		return;
	}
	add_all(&document, &near);
	choose(&document, e, is_one(e, look), v);
}

static int
bare_year(int n, const struct datectx *c, int *era, int *year)
{
	int i, distance;

	if (c->kind == CTX_NONE || c->era == ERA_NONE || n < 1 || n > eras[c->era].last)
		return 0;
	*era = c->era;
	*year = era_year(*era, n);
	distance = abs(*year - c->year);
	if (distance > BARE_WINDOW)
		return 0;
	for (i = 0; i < era_count; i++)
		if (eras[i].first_day != eras[*era].first_day && n <= eras[i].last && abs(era_year(i, n) - c->year) <= distance)
			return 0;
	return 1;
}

/* What tells the era: the nearest of all. */
static const struct datectx *
era_from(const struct datelook *look)
{
	const struct datectx *order[] = {
		&look->near, &look->header, &look->row, &look->section, &look->subject, &look->now, &look->era,
	};
	size_t i;

	for (i = 0; i + 1 < sizeof(order) / sizeof(*order) && !order[i]->kind; i++)
		;
	return order[i];
}

void
infer_bare(const struct dexpr *e, const struct datelook *look, struct dvalue *v)
{
	const struct datectx *c = era_from(look);
	int era, year;

	v->flags |= FLAG_INFERRED_ERA;
	if (c->kind == CTX_NONE)
		value_null(v, FAULT_NONE);
	else if (e->padded && c->era == ERA_NONE)
		value_in_year(e, c->year / 100 * 100 + e->year, ERA_NONE, v);
	else if (e->padded || !bare_year(e->year, c, &era, &year) || (e->unsure && abs(year - c->year) > 1))
		value_null(v, FAULT_AMBIGUOUS);
	else if (!look->near.kind && !e->fiscal && e->part == PART_MONTH && !e->edge && e->year < MAY_BE_LENGTH)
		value_null(v, FAULT_AMBIGUOUS); /* two years and six months? */
	else
		value_in_year(e, year, era, v);
}

/* A month, a day counted from one. */
static void
count_months(struct choice *to, const struct dexpr *e, const struct datectx *from)
{
	struct dexpr absolute = *e;
	int n, year, month, day;

	if (from->kind != CTX_DAY && (from->kind != CTX_MONTH || e->unit == UNIT_DAY))
		return;
	if (e->unit == UNIT_DAY) {
		day_split(day_of(from->year, from->month, from->day) + e->year, &year, &month, &day);
		absolute.day = day;
	} else {
		n = 12 * from->year + from->month - 1 + e->year;
		year = n / 12;
		month = n % 12 + 1;
	}
	absolute.month = month;
	add(to, &absolute, year, from->era, 0);
}

/* A fiscal year counted from one; from a calendar year, it may be either of the two that it lies in. What is of the
 * end of March is often written in the year that begins then. */
static void
count_fiscal(struct choice *to, const struct dexpr *e, const struct datectx *from)
{
	if (from->issued && from->month == FISCAL_MONTH - 1)
		add(to, e, fiscal_of(from) + e->year + 1, from->era, 1);
	if (from->kind == CTX_YEAR)
		add(to, e, from->year - 1 + e->year, from->era, 1);
	add(to, e, fiscal_of(from) + e->year, from->era, 1);
}

/* A calendar year counted from one. From a fiscal year: months from April on are of the year that it begins in; of
 * others, and of the year as a whole, nobody can tell, unless it is the next. */
static void
count_years(struct choice *to, const struct dexpr *e, const struct datectx *from)
{
	int begun = e->month >= FISCAL_MONTH || e->edge == EDGE_LAST || (e->part == PART_SEASON && e->n > 1);

	if (e->part == PART_SEASON && e->n == 1 && from->month && from->month < FISCAL_MONTH && e->year)
		return; /* in winter the coming spring may be this year's */
	add(to, e, from->year + e->year, from->era, 0);
	if (from->kind != CTX_FISCAL || begun)
		return;
	if (e->near ? e->year == 1 || (e->year == 0 && !e->month) : e->year == 1 && e->part == PART_SEASON)
		return;
	add(to, e, from->year + e->year + 1, from->era, 0);
}

static void
count_from(struct choice *to, const struct dexpr *e, const struct datectx *from)
{
	if (from->kind == CTX_NONE || from->aside)
		return;
	to->asked = 1;
	if (from->kind == CTX_SPAN)
		return;
	if (e->unit == UNIT_MONTH || e->unit == UNIT_DAY)
		count_months(to, e, from);
	else if (e->unit == UNIT_FISCAL)
		count_fiscal(to, e, from);
	else if (e->unit != UNIT_WEEK)
		count_years(to, e, from);
}

/* The next year, the same month: they count from the date before, and where there is none from what the row is about. */
static void
count_near(struct choice *to, const struct dexpr *e, const struct datelook *look)
{
	const struct datectx *near = &look->near;

	if (near->kind && !e->within && look->tie != TIE_NONE) {
		count_from(to, e, near);
		return;
	}
	if (near->kind && !(e->within && near->event))
		count_from(to, e, near);
	if (near->aside)
		to->asked = 0;
	if (look->header.kind) {
		count_from(to, e, &look->header);
		return;
	}
	count_from(to, e, &look->row);
	count_from(to, e, &look->section);
	if (!e->within && !look->section.kind)
		count_from(to, e, &look->subject);
	count_from(to, e, &look->now);
}

void
infer_relative(const struct dexpr *e, const struct datelook *look, struct dvalue *v)
{
	struct choice c = {.n = 0};
	int allowed = 1;

	v->flags |= FLAG_RELATIVE | FLAG_INFERRED_YEAR;
	if (!e->near) {
		count_from(&c, e, &look->now);
	} else {
		count_near(&c, e, look);
		if (look->near.kind && look->tie == TIE_NONE && !look->now.kind && e->within)
			allowed = 0;
		if (!look->near.kind && (abs(e->year) > 1 || e->kanji)) /* laws speak like that of any year */
			allowed = 0;
		if (look->generic)
			allowed = 0;
	}
	if (look->defines) /* whatever year it will be */
		allowed = 0;
	if (c.asked && c.n == 0 && (e->unit == UNIT_MONTH || e->unit == UNIT_DAY || e->unit == UNIT_WEEK))
		c.asked = 0; /* there is no month, no day to count from */
	choose(&c, e, allowed, v);
}
