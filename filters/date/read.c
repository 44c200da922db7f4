/* read.c - one date of a text; see date/read.h */
#include "date/read.h"

#include "date/cal.h"
#include "date/num.h"

enum { CITATION = 14 };

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
	d->v.flags |= date_before(w->s, w->at[begin]) | date_behind(w, end);
	d->raw = (struct slice){w->s.p + w->at[begin], w->at[end] - w->at[begin]};
	return end;
}

/* What is said around the date from I on. */
static void
see_around(struct datewin *w, size_t i, struct datetext *t)
{
	t->behind = date_behind(w, t->end);
	t->cited = is_cited(w, i, t->end);
	t->aside = t->first.part == PART_YEAR && is_aside(w, t->end);
}

size_t
date_text(struct datewin *w, size_t i, struct datetext *t)
{
	size_t n = date_expr(w, i, &t->first);

	if (!n)
		return 0;
	t->end = range_end(w, n, &t->first, &t->last);
	t->range = t->end != 0;
	t->hangs = !t->range && (t->first.unsure || date_opens(w, skip_blanks(w, n)));
	if (!t->range && t->first.open && !listed_unit(w, n, &t->first))
		return 0;
	if (!t->range)
		t->end = n;
	see_around(w, i, t);
	return t->end;
}

static void
mean(const struct datetext *t, const struct datelook *look, struct date *d)
{
	d->now.kind = CTX_NONE;
	if (t->range)
		range_value(&t->first, &t->last, look, &d->v);
	else
		date_value(&t->first, look, &d->v);
}

static void
flag(const struct datetext *t, unsigned before, struct date *d)
{
	unsigned flags = before | t->behind;

	if (t->range)
		flags &= ~(unsigned)FLAG_UNTIL; /* its まで belongs to から */
	d->v.flags |= flags;
	if (t->cited)
		d->v.as.kind = CTX_NONE;
	d->v.as.aside = t->aside;
}

void
date_mean(const struct datetext *t, unsigned before, const struct datelook *look, struct date *d)
{
	mean(t, look, d);
	flag(t, before, d);
}

size_t
date_read(struct datewin *w, size_t i, const struct datelook *look, struct date *d)
{
	struct datetext t;
	size_t end;

	if (!date_text(w, i, &t))
		return 0;
	mean(&t, look, d);
	if (t.first.unsure && !t.range && !d->v.known)
		return 0;
	if (t.hangs && (end = date_other(w, t.end, &t.first, look, d)) != t.end) {
		t.end = end;
		see_around(w, i, &t);
	}
	flag(&t, date_before(w->s, w->at[i]), d);
	d->raw = (struct slice){w->s.p + w->at[i], w->at[t.end] - w->at[i]};
	return t.end;
}
