/* shift.c - a day that is counted from a date, and a week of it; see date/shift.h */
#include "date/shift.h"

/* A week, or a day of one: 週, 月曜日. One letter alone may be another word. */
static size_t
week(struct datewin *w, size_t i)
{
	size_t end = win_is(w, i, WORDS2(W_WEEK, W_WEEKDAY));

	return end > i + 1 || (end && win_is(w, i, WORDS1(W_WEEK))) ? end : 0;
}

/* The third week, the last Friday, at I. */
static size_t
nth_week(struct datewin *w, size_t i)
{
	struct datenum num;
	size_t end = win_is(w, i, WORDS1(W_NTH));

	if (end)
		return week(w, end);
	return (end = win_is(w, i, WORDS1(W_ORDINAL))) && (end = date_number(w, end, 2, 0, &num)) ? week(w, end) : 0;
}

/* Behind the particle: the day after, ten days before. */
static size_t
counted(struct datewin *w, size_t i)
{
	struct datenum num;
	size_t end = win_is(w, i, WORDS1(W_SHIFT));

	if (end)
		return end;
	return (end = date_number(w, i, 4, 0, &num)) && (end = win_is(w, end, WORDS1(W_LENGTH))) ? win_is(w, end, WORDS1(W_OFFSET)) : 0;
}

size_t
date_shift(struct datewin *w, size_t i, const struct dexpr *e)
{
	size_t the = win_is(w, i, WORDS1(W_THE)), k = the ? the : skip_blanks(w, i), end;

	if (the && (end = counted(w, the)))
		return end;
	return !e->edge && (e->part == PART_YEAR || e->part == PART_MONTH) ? nth_week(w, k) : 0;
}
