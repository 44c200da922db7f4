/* cell.c - a cell of a column of dates that holds none; see date/cell.h */
#include "date/cell.h"

#include "date/yearnum.h"

/* S without the blanks at its ends. */
static struct slice
trimmed(struct slice s)
{
	size_t begin = s.n;

	while (s.n && is_blank(win_before(s, s.n, &begin)))
		s.n = begin;
	begin = 0;
	while (begin < s.n && (s.p[begin] == ' ' || s.p[begin] == '\n' || s.p[begin] == '\r' || s.p[begin] == '\t'))
		begin++;
	while (s.n - begin >= 3 && (unsigned char)s.p[begin] == 0xe3 && (unsigned char)s.p[begin + 1] == 0x80 &&
	    (unsigned char)s.p[begin + 2] == 0x80)
		begin += 3;
	return (struct slice){s.p + begin, s.n - begin};
}

/* Dashes, solidi, dots. */
static int
is_nothing(struct datewin *w)
{
	size_t i;

	for (i = 0; win(w, i); i++)
		if (!char_is(win(w, i), DC_DASH | DC_BLANK | DC_SEPARATOR) && win(w, i) != 0x2026)
			return 0;
	return 1;
}

/* What may stand before it: brackets, a word like "about". */
static size_t
begin_of(struct datewin *w)
{
	size_t i = 0, end = 0;

	while (char_is(win(w, i), DC_OPEN) || (end = win_is(w, i, WORDS1(W_ROUGHLY))))
		i = char_is(win(w, i), DC_OPEN) ? i + 1 : end;
	return i;
}

/* A word at I, and behind it nothing, a bracket or a remark. */
static int
says(struct datewin *w, size_t i, struct wordset set)
{
	size_t end = win_is(w, i, set), more;

	if (!end)
		return 0;
	while ((more = win_is(w, end, WORDS4(W_REMARK, W_UNFIXED, W_LIST, W_KEPT))) || (more = win_is(w, end, WORDS1(W_COUNT))) ||
	    is_blank(win(w, end)))
		end = more ? more : end + 1;
	return win(w, end) == 0 || char_is(win(w, end), DC_OPEN | DC_CLOSE) || win_is(w, end, WORDS1(W_STOP));
}

/* 3 months, within 10 days, two years and six months. */
static int
is_length(struct datewin *w, size_t i)
{
	struct datenum num;
	size_t end = date_number(w, i, 4, 0, &num), more;

	if (!end)
		return says(w, i, WORDS1(W_LENGTH_WORD));
	if (num.digits == 4 && num.value >= 1900 && num.value < 2200) /* 2030年代 */
		return 0;
	if ((more = range_dash(w, end)) && (more = date_number(w, more, 4, 0, &num)))
		end = more;
	if (!(end = win_is(w, skip_blanks(w, end), WORDS1(W_LENGTH))))
		return 0;
	return win(w, end) == 0 || !char_is(win(w, end), DC_LEAD) || is_count(w, end, IN_YEARS | IN_MONTHS | IN_DAYS) ||
	    is_length(w, end) || char_is(win(w, end), DC_OPEN | DC_CLOSE);
}

/* Twice a month, once a week: a unit, and how often. */
static int
is_often(struct datewin *w, size_t i)
{
	struct datenum num;
	size_t unit = win_is(w, i, WORDS3(W_YEAR, W_MONTH, W_LENGTH)), end = unit ? date_number(w, unit, 3, 0, &num) : 0;

	return end && !char_is(win_prev(w, i), DC_NUMBER) && win_is(w, end, WORDS1(W_TIMES));
}

static int
recurs(struct datewin *w)
{
	size_t i;

	for (i = 0; win(w, i); i++)
		if (win_is(w, i, WORDS1(W_RECUR)) || is_often(w, i))
			return 1;
	return 0;
}

int
date_cell(struct slice s, int marks, struct date *d)
{
	static struct datewin w;
	size_t i;

	s = trimmed(s);
	win_begin(&w, s, 0);
	if (is_nothing(&w))
		return 0;
	*d = (struct date){.raw = s};
	i = begin_of(&w);
	if (says(&w, i, WORDS1(W_UNFIXED)))
		value_without(&d->v, NOT_FIXED);
	else if (marks || recurs(&w))
		value_without(&d->v, BY_RECURRENCE);
	else if (is_length(&w, i))
		value_without(&d->v, BY_DURATION);
	else
		value_null(&d->v, FAULT_NONE);
	return 1;
}
