/* read.c - one date of a text; see date/read.h */
#include "date/read.h"

#include "date/cite.h"
#include "date/shift.h"
#include "date/yearnum.h"

/* The word between two dates that makes a range of them; not where the second one is where the first was moved to. */
static size_t
from_word(struct datewin *w, size_t i)
{
	size_t end = win_is(w, i, WORDS1(W_SINCE)), to;

	if (!end && (to = win_is(w, skip_blanks(w, i), WORDS1(W_TO))))
		return skip_blanks(w, to);
	if (end && win(w, end) != 0 && win_is(w, end, WORDS1(W_LIST)) == end + 1 && !is_ideograph(win(w, end)))
		end++;
	return end;
}

static int
is_moved(struct datewin *w, size_t i)
{
	return win_is(w, i, WORDS1(W_MOVED)) && !win_is(w, i, WORDS1(W_SPAN));
}

/* ISO 8601 and DS-441 put a solidus between the days of a period. */
static size_t
iso_solidus(struct datewin *w, size_t i, const struct dexpr *first)
{
	if (win(w, i) != '/' || first->part != PART_DAY || i < 3 || win(w, i - 3) != '-')
		return 0;
	return i + 1;
}

/* Does LAST go on with what FIRST, which has no unit yet, has begun? */
static int
fits(const struct dexpr *first, const struct dexpr *last)
{
	if (!first->open)
		return !last->open;
	if (last->open)
		return 0;
	switch (first->part) {
	case PART_YEAR:
		return last->part == PART_YEAR && last->kind != YEAR_NONE && last->kind != YEAR_RELATIVE && !last->edge;
	case PART_MONTH:
		return last->kind == YEAR_NONE && last->month;
	case PART_QUARTER:
		return last->part == PART_QUARTER;
	default:
		return last->kind == YEAR_NONE && last->part == PART_DAY;
	}
}

/* Behind the word "from", years, months and days are an end where something says so: the sentence ends there or goes
 * on as behind a time. In front of anything else they are a duration: thirty years of keeping. */
static int
ends_there(struct datewin *w, size_t i)
{
	uint32_t c = win(w, i);

	if (c == 0 || is_blank(c) || char_is(c, DC_CLOSE | DC_OPEN))
		return 1;
	if (win_is(w, i, WORDS4(W_UNTIL, W_LIST, W_STOP, W_ABOUT)) || win_is(w, i, WORDS3(W_THE, W_MOVED, W_SPAN)))
		return 1;
	return win_is(w, i, WORDS3(W_HAPPENS, W_REMARK, W_FROM)) != 0;
}

/* From the year 18 to 20, or for twenty years? *FAULT is set where nobody can tell. */
static int
is_duration(struct datewin *w, size_t end, const struct dexpr *first, struct dexpr *last, int moved)
{
	enum { FEW = 10 };
	int until = win_is(w, end, WORDS1(W_UNTIL)) != 0, later = last->year - first->year;

	if (until)
		return 0;
	if (!ends_there(w, end))
		return last->kind == YEAR_BARE || (last->kind == YEAR_NONE && moved);
	if (!moved)
		return 0;
	if (last->kind == YEAR_BARE && last->part == PART_MONTH && !last->edge && later <= 0)
		return 1;
	if (last->kind == YEAR_BARE && !last->fiscal && last->part == PART_YEAR) {
		if (first->kind != YEAR_ERA || later <= 0)
			return 1;
		if (later > FEW)
			last->fault = FAULT_AMBIGUOUS;
		return 0;
	}
	if (last->kind == YEAR_BARE && last->fiscal && later <= 0)
		last->fault = FAULT_AMBIGUOUS;
	/* from 1 April 3 months, or to March: a month behind a day is as long as it is late */
	if (last->kind == YEAR_NONE && last->part == PART_MONTH && first->part == PART_DAY && !last->edge)
		last->fault = FAULT_AMBIGUOUS;
	return 0;
}

static size_t
range_sign(struct datewin *w, size_t i, const struct dexpr *first, int *moved)
{
	size_t end;

	*moved = 0;
	if ((end = range_dash(w, i)) || (end = iso_solidus(w, i, first)))
		return end;
	*moved = 1;
	if (first->open && first->part != PART_YEAR)
		return 0;
	end = from_word(w, skip_blanks(w, i));
	return end ? skip_blanks(w, end) : 0;
}

/* The second half of a range behind character I; 0 if there is none. */
static size_t
range_end(struct datewin *w, size_t i, struct datetext *t)
{
	struct dexpr *first = &t->first, *last = &t->last;
	int approximate, moved;
	size_t k, end;

	if (!first->open && !char_is(win(w, i), DC_BEHIND | DC_DIGIT) && win(w, i) != '/')
		return 0;
	k = skip_remarks(w, i, &approximate, &first->weekday);
	end = range_sign(w, k, first, &moved);
	if (!end || !(end = date_rest(w, end, first, last)) || last->fault == FAULT_RECURRING)
		return 0;
	if (first->unitless && last->open && last->part == PART_YEAR) {
		last->open = 0;
		last->unitless = 1;
	}
	if (!fits(first, last))
		return 0;
	last->approximate |= approximate;
	if (!first->open && is_duration(w, end, first, last, moved)) {
		t->refused = end;
		return 0;
	}
	return moved && is_moved(w, end) ? 0 : end;
}

/* The first number takes its unit from the next one: 18 and 19, 6 and 7. */
static int
listed_unit(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr next;
	size_t k = skip_blanks(w, i), sign = win_is(w, k, WORDS2(W_LIST, W_TURN));

	if (!sign || (win_is(w, k, WORDS1(W_TURN)) && win(w, k) != '/'))
		return 0;
	e->open = 0;
	if (e->part != PART_YEAR) /* a number with the same unit follows, or E would not be open */
		return 1;
	w->fresh = skip_blanks(w, sign);
	if (!date_expr(w, w->fresh, &next) || (next.kind != e->kind && (e->kind != YEAR_ERA || next.kind != YEAR_BARE)))
		return 0;
	if (next.open && !listed_unit(w, date_year(w, w->fresh, &next), &next))
		return 0;
	e->fiscal = next.fiscal;
	return 1;
}

/* In a column of dates a mere number is a year: of the calendar, or a fiscal one. */
static int
year_alone(struct datewin *w, size_t end, struct dexpr *e)
{
	uint32_t c = win(w, end);

	if (!w->every || e->part != PART_YEAR || e->fault || (e->kind != YEAR_AD && e->kind != YEAR_ERA))
		return 0;
	if (is_alnum(c) || (char_is(c, DC_SEPARATOR) && !char_is(c, DC_DASH)) || win_is(w, end, WORDS1(W_MEASURE)))
		return 0;
	e->open = 0;
	e->unitless = 1;
	e->fiscal = w->every == FISCAL_DATES;
	return 1;
}

/* A part of such a year, R6上期, R6秋, R6末: the index behind it, or I. */
static size_t
part_alone(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr with = *e;
	size_t end;

	if (!(end = date_span(w, i, &with)) && !(end = date_season(w, i, &with)) && !(end = date_edge(w, i, &with)))
		return i;
	*e = with;
	return end;
}

/* Another day behind a comma; not three days. The days go up. */
static size_t
listed_day(struct datewin *w, size_t i, const struct datectx *day, size_t *begin, int *number)
{
	size_t sign = win_is(w, i, WORDS2(W_LIST, W_TURN)), end, unit;
	struct datenum num;

	if (!sign)
		return 0;
	*begin = skip_blanks(w, sign);
	end = date_number(w, *begin, 2, 0, &num);
	unit = end ? one_day(w, end) : 0;
	if (!unit || num.value <= day->day || is_count(w, unit, IN_DAYS) || win_is(w, end, WORDS1(W_LENGTH)) > unit)
		return 0;
	*number = num.value;
	return unit;
}

/* Such a day may begin a range within its month: 、8日～10日. The index behind the range's end, or I. */
static size_t
listed_range(struct datewin *w, size_t i, const struct dexpr *day, int *last)
{
	int approximate, weekday;
	struct datenum num;
	size_t k = range_dash(w, skip_remarks(w, i, &approximate, &weekday)), end = k ? date_number(w, k, 2, 0, &num) : 0;
	size_t unit = end ? one_day(w, end) : 0;

	if (!unit || num.value <= day->day || is_count(w, unit, IN_DAYS))
		return i;
	*last = num.value;
	return unit;
}

size_t
date_another_day(struct datewin *w, size_t i, const struct datectx *day, struct date *d)
{
	struct dexpr e = {.kind = YEAR_NONE, .era = ERA_NONE, .part = PART_DAY, .month = day->month};
	int approximate, weekday = 0, last;
	size_t begin, end = listed_day(w, skip_remarks(w, i, &approximate, &weekday), day, &begin, &e.day);

	last = e.day;
	end = end ? listed_range(w, end, &e, &last) : 0;
	if (!end || last > month_days(day->year, day->month))
		return 0;
	*d = (struct date){.v = {.flags = FLAG_INFERRED_YEAR}};
	value_in_year(&e, day->year, day->era, &d->v);
	if (last == e.day)
		value_weekday(&d->v, date_weekday(w, end));
	d->v.end += last - e.day;
	d->v.as.day = last;
	d->v.flags |= date_before(w->s, w->at[begin]) | date_behind(w, end);
	d->raw = (struct slice){w->s.p + w->at[begin], w->at[end] - w->at[begin]};
	return end;
}

/* What is said around the date from I on. */
static void
see_around(struct datewin *w, size_t i, struct datetext *t)
{
	size_t k;

	t->behind = date_behind(w, t->end);
	t->weekday = date_weekday(w, t->end);
	t->cited = is_cited(w, i, t->end);
	t->aside = t->first.part == PART_YEAR && win_is(w, t->end, WORDS1(W_ASIDE));
	/* what was founded in a year was not all of the year's; what was changed in June is a step, and the next one follows */
	k = win_is(w, t->end, WORDS2(W_THE, W_MOVED));
	t->event = win_is(w, k ? k : t->end, WORDS1(W_EVENT)) != 0 &&
	    (t->first.part == PART_YEAR || !win_is(w, t->end, WORDS1(W_MOVED)));
}

size_t
date_text(struct datewin *w, size_t i, struct datetext *t)
{
	size_t n = date_expr(w, i, &t->first), again;

	t->range = t->hangs = 0;
	t->refused = 0;
	t->last = (struct dexpr){.era = ERA_NONE};
	if (!n)
		return 0;
	if (t->first.fault == FAULT_RECURRING) {
		t->end = n;
		t->range = 0;
		see_around(w, i, t);
		return n;
	}
	t->end = range_end(w, n, t);
	t->range = t->end != 0;
	if (t->range && t->first.kind == YEAR_RELATIVE && t->first.fault && t->last.kind != YEAR_RELATIVE && !t->last.fault)
		return 0; /* from the day after something: only the end is a date */
	if (!t->range && t->first.open && !listed_unit(w, n, &t->first)) {
		if (!year_alone(w, n, &t->first))
			return 0;
		n = part_alone(w, n, &t->first);
		again = range_end(w, n, t);
		t->range = again != 0;
		t->end = again;
	}
	t->hangs = !t->range && (t->first.unsure || date_opens(w, skip_blanks(w, n)));
	if (!t->range)
		t->end = n;
	if (!t->range && !t->first.fault && (again = date_shift(w, n, &t->first))) {
		t->first.fault = FAULT_AMBIGUOUS;
		t->end = again;
		t->hangs = 0;
	}
	see_around(w, i, t);
	return t->end;
}

static void
mean(const struct datetext *t, const struct datelook *look, struct date *d)
{
	struct dexpr e = t->first;

	*d = (struct date){.silent = e.silent};
	if (t->range) {
		range_value(&e, &t->last, look, &d->v);
	} else {
		if (!e.weekday)
			e.weekday = t->weekday;
		date_value(&e, look, &d->v);
	}
}

static void
flag(const struct datetext *t, unsigned before, struct date *d)
{
	unsigned flags = before | t->behind;

	if (t->range)
		flags &= ~(unsigned)FLAG_UNTIL; /* it belongs to the word between */
	d->v.flags |= flags;
	if (t->cited)
		d->v.as.kind = CTX_NONE;
	d->v.as.aside = t->aside;
	d->v.as.event = t->event;
}

void
date_mean(const struct datetext *t, unsigned before, const struct datelook *look, struct date *d)
{
	mean(t, look, d);
	flag(t, before, d);
}

size_t
date_finish(struct datewin *w, size_t i, struct datetext *t, const struct datelook *look, struct date *d)
{
	size_t end;

	mean(t, look, d);
	if (t->first.unsure && !t->range && !d->v.known)
		return 0;
	if (t->hangs && (end = date_other(w, t->end, &t->first, look, d)) != t->end) {
		t->end = end;
		see_around(w, i, t);
	}
	flag(t, date_before(w->s, w->at[i]), d);
	d->raw = (struct slice){w->s.p + w->at[i], w->at[t->end] - w->at[i]};
	return t->end;
}
