/* other.c - another notation of a date, in brackets behind it; see date/read.h */
#include "date/read.h"

static int
is_absolute(const struct dexpr *e)
{
	return (e->kind == YEAR_AD || e->kind == YEAR_ERA) && !e->fault;
}

/* The writer's present, by R, a relative year, and V, the value that stands for it. */
static void
tell_now(const struct dexpr *r, const struct dvalue *v, struct datectx *now)
{
	if (r->near || (r->unit != UNIT_YEAR && r->unit != UNIT_FISCAL) || !v->known || v->as.kind == CTX_NONE)
		return;
	*now = v->as;
	now->year -= r->year;
	now->kind = r->fiscal ? CTX_FISCAL : CTX_YEAR;
	now->month = 0;
}

/* Puts the value of the two notations E, with the value D->v, and OTHER into D; 0 if they are two dates. */
static int
same_date(const struct dexpr *e, const struct dexpr *other, const struct datelook *look, struct date *d)
{
	struct dvalue v;

	date_value(other, look, &v);
	if (e->kind == YEAR_RELATIVE && is_absolute(other) && e->part == other->part && e->fiscal == other->fiscal) {
		tell_now(e, &v, &d->now);
		d->v = v;
		return 1;
	}
	if (!is_absolute(e) || e->part != other->part || e->fiscal != other->fiscal)
		return 0;
	if (other->kind == YEAR_RELATIVE && other->part == PART_YEAR) {
		tell_now(other, &d->v, &d->now);
		return 1;
	}
	if (!is_absolute(other))
		return 0;
	if (d->v.known && v.known && d->v.start == v.start && d->v.end == v.end) {
		if (d->v.as.era == ERA_NONE)
			d->v.as.era = v.as.era;
		return 1;
	}
	if (e->kind == other->kind || !d->v.known || !v.known || d->v.as.year == v.as.year)
		return 0;
	value_null(&d->v, FAULT_CONFLICT);
	return 1;
}

/* The month E is of the year OTHER, which stands in brackets behind it and is a date of its own. */
static void
in_year(const struct dexpr *e, const struct dexpr *other, const struct datelook *look, struct date *d)
{
	struct dexpr of = *e;
	struct dvalue v;

	date_value(other, look, &v);
	of.fiscal = other->fiscal;
	if (!v.known)
		return;
	d->v = (struct dvalue){.flags = FLAG_INFERRED_YEAR | (d->v.flags & FLAG_APPROXIMATE)};
	value_in_year(&of, v.as.year, v.as.era, &d->v);
}

int
date_opens(struct datewin *w, size_t i)
{
	return char_is(win(w, i), DC_OPEN) != 0;
}

size_t
date_other(struct datewin *w, size_t i, const struct dexpr *e, const struct datelook *look, struct date *d)
{
	size_t k = skip_blanks(w, i), end;
	struct dexpr other;

	if (!date_opens(w, k))
		return i;
	end = date_expr(w, skip_blanks(w, k + 1), &other);
	if (!end || other.open)
		return i;
	end = skip_blanks(w, end);
	if (!char_is(win(w, end), DC_CLOSE))
		return i;
	if (e->kind == YEAR_NONE && e->month && !e->fault && is_absolute(&other) && other.part == PART_YEAR) {
		in_year(e, &other, look, d);
		return i;
	}
	return same_date(e, &other, look, d) ? end + 1 : i;
}
