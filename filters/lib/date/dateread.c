/* dateread.c - one date of a text; see dateread.h */
#include "dateread.h"

#include "datecal.h"
#include "datenum.h"

enum { CITATION = 14 };

static int
is_absolute(const struct dexpr *e)
{
	return (e->kind == YEAR_AD || e->kind == YEAR_ERA) && !e->fault;
}

/* から between two dates; not where the second one is where the first was moved to (4月から5月に延期). */
static size_t
from_word(struct datewin *w, size_t i)
{
	size_t end = win_text(w, i, U"から", 0);

	if (!end)
		end = win_text(w, i, U"より", 0);
	if (!end && (end = win_text(w, skip_blanks(w, i), U"至", 0))) /* 自平成19年4月1日 至平成20年3月31日 */
		return skip_blanks(w, end);
	if (end && (win(w, end) == U'、' || win(w, end) == ','))
		end++;
	return end;
}

static int
is_moved(struct datewin *w, size_t i)
{
	return win(w, i) == U'へ' || (win(w, i) == U'に' && !win_text(w, i, U"にかけ", 0));
}

/* 法律第67号 behind a year. */
static int
is_law(struct datewin *w, size_t i)
{
	size_t end = i + CITATION;

	while (i < end && win(w, i) != U'第' && (is_ideograph(win(w, i)) || is_blank(win(w, i)) || win(w, i) == U'け'))
		i++;
	if (win(w, i) != U'第')
		return 0;
	for (i = skip_blanks(w, i + 1); char_is(win(w, i), DC_NUMBER); i++)
		;
	return win(w, skip_blanks(w, i)) == U'号';
}

/* …会議決定） behind a date. */
static int
is_decision(struct datewin *w, size_t i)
{
	size_t end = i + 2 * CITATION;

	while (i < end && win(w, i) && win(w, i) != ')' && win(w, i) != '(' && win(w, i) != U'、' && win(w, i) != U'。')
		i++;
	if (win(w, i) != ')' || i < 2)
		return 0;
	return win_text(w, i - 2, U"決定", 0) || win_text(w, i - 2, U"制定", 0) || win_text(w, i - 2, U"公布", 0) ||
	    win_text(w, i - 2, U"策定", 0);
}

/* The date of a law or a decision that is cited says nothing about the dates behind it: 昭和22年法律第67号,
 * （平成17年12月13日本部決定）. */
static int
is_cited(struct datewin *w, size_t from, size_t to)
{
	if (is_ideograph(win(w, to)) && is_law(w, to))
		return 1;
	return win_prev(w, from) == '(' && win(w, to) != ')' && is_decision(w, to);
}

/* に引き続き, と同様: the year is another one than that of which the text speaks. */
static int
is_aside(struct datewin *w, size_t i)
{
	if (win(w, i) == U'に')
		return win_text(w, i, U"に引", 0) || win_text(w, i, U"に続", 0) || win_text(w, i, U"に比", 0);
	return win_text(w, i, U"と同", 0) || win_text(w, i, U"と比", 0);
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
		return last->kind == YEAR_NONE && last->month && !last->by_month;
	default:
		return last->kind == YEAR_NONE && last->part == PART_DAY;
	}
}

/* The second half of a range behind character I; 0 if there is none. */
static size_t
range_end(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *last)
{
	int approximate, moved = 0;
	size_t k, end;

	if (!first->open && !char_is(win(w, i), DC_BEHIND))
		return 0;
	k = skip_remarks(w, i, &approximate);
	if (!(end = range_dash(w, k)) && !(end = iso_solidus(w, k, first))) {
		end = first->open ? 0 : from_word(w, k);
		moved = 1;
	}
	if (!end || !(end = date_rest(w, end, first, last)) || !fits(first, last))
		return 0;
	last->approximate |= approximate;
	if (moved && last->kind == YEAR_BARE && !last->fiscal && last->part == PART_YEAR && !win_text(w, end, U"まで", 0))
		return 0; /* 平成18年から20年: for twenty years? */
	return moved && is_moved(w, end) ? 0 : end;
}

/* 平成18・19年度, 6、7月: the first number takes its unit from the next one. */
static int
listed_unit(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr next;
	size_t k = skip_blanks(w, i);
	uint32_t c = win(w, k);

	if (c != U'・' && c != U'、' && c != ',' && c != U'及' && c != U'と')
		return 0;
	e->open = 0;
	if (e->part != PART_YEAR) /* a number with the same unit follows, or E would not be open */
		return 1;
	w->fresh = skip_blanks(w, c == U'及' ? k + 2 : k + 1);
	if (!date_expr(w, w->fresh, &next) || (next.kind != e->kind && (e->kind != YEAR_ERA || next.kind != YEAR_BARE)))
		return 0;
	e->fiscal = next.fiscal;
	return 1;
}

/* 、29日 behind a day; not 、3日間. The days go up. */
static size_t
listed_day(struct datewin *w, size_t i, const struct datectx *day, size_t *begin, int *number)
{
	uint32_t c = win(w, i), next;
	struct datenum num;
	size_t end;

	if (c != U'、' && c != U'・' && c != ',' && c != U'及' && c != U'と')
		return 0;
	*begin = skip_blanks(w, c == U'及' ? i + 2 : i + 1);
	end = date_number(w, *begin, 2, 0, &num);
	if (!end || win(w, end) != U'日' || num.value <= day->day)
		return 0;
	next = win(w, end + 1);
	*number = num.value;
	return next == U'間' || next == U'以' || next == U'目' || next == U'程' || next == U'で' || next == U'分' ? 0 : end + 1;
}

size_t
date_another_day(struct datewin *w, size_t i, const struct datectx *day, struct date *d)
{
	struct dexpr e = {.kind = YEAR_NONE, .era = ERA_NONE, .part = PART_DAY, .month = day->month};
	int approximate;
	size_t begin, end = listed_day(w, skip_remarks(w, i, &approximate), day, &begin, &e.day);

	if (!end || e.day > month_days(day->year, day->month))
		return 0;
	d->v = (struct dvalue){.flags = FLAG_INFERRED_YEAR};
	d->now.kind = CTX_NONE;
	value_in_year(&e, day->year, day->era, &d->v);
	d->v.flags |= date_qualifiers(w, begin, end);
	d->raw = (struct slice){w->s.p + w->at[begin], w->at[end] - w->at[begin]};
	return end;
}

/* The writer's present, by R, a relative year, and V, the value that stands for it. */
static void
tell_now(const struct dexpr *r, const struct dvalue *v, struct datectx *now)
{
	if (r->anchor != FROM_NOW || r->by_month || r->by_day || !v->known || v->as.kind == CTX_NONE)
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

/* 2007年9月28日（平成19年9月28日）, 昨年度（平成18年度）: the index behind the brackets, or I. */
static size_t
other_notation(struct datewin *w, size_t i, const struct dexpr *e, const struct datelook *look, struct date *d)
{
	size_t k = skip_blanks(w, i), end;
	struct dexpr other;

	if (win(w, k) != '(' && win(w, k) != '[' && win(w, k) != U'〔')
		return i;
	end = date_expr(w, skip_blanks(w, k + 1), &other);
	if (!end || other.open)
		return i;
	end = skip_blanks(w, end);
	if (win(w, end) != ')' && win(w, end) != ']' && win(w, end) != U'〕')
		return i;
	return same_date(e, &other, look, d) ? end + 1 : i;
}

size_t
date_read(struct datewin *w, size_t i, const struct datelook *look, struct date *d)
{
	struct dexpr first, last;
	size_t n = date_expr(w, i, &first), end;
	unsigned flags;

	if (!n)
		return 0;
	d->now.kind = CTX_NONE;
	if ((end = range_end(w, n, &first, &last))) {
		range_value(&first, &last, look, &d->v);
		flags = date_qualifiers(w, i, end) & ~(unsigned)FLAG_UNTIL; /* its まで belongs to から */
	} else if (first.open && !listed_unit(w, n, &first)) {
		return 0;
	} else {
		date_value(&first, look, &d->v);
		if (first.unsure && !d->v.known)
			return 0;
		end = other_notation(w, n, &first, look, d);
		flags = date_qualifiers(w, i, end);
	}
	d->v.flags |= flags;
	if (is_cited(w, i, end))
		d->v.as.kind = CTX_NONE;
	d->v.as.aside = first.part == PART_YEAR && is_aside(w, end);
	d->raw = (struct slice){w->s.p + w->at[i], w->at[end] - w->at[i]};
	return end;
}
