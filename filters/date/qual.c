/* qual.c - what is said about a date: about then, until, from; see date/read.h */
#include "date/read.h"

/* A day of the week in brackets, with holidays; *DAY is which, if one is said. */
static size_t
skip_weekday(struct datewin *w, size_t i, int *day)
{
	size_t k = char_is(win(w, i), DC_OPEN) ? i + 1 : 0, end;
	const struct word *word;
	int seen = 0;

	for (; k && k < i + 8; k = end) {
		if (!(end = win_word(w, k, WORDS2(W_WEEKDAY, W_HOLIDAY), 0, &word)))
			break;
		if (word->class == W_WEEKDAY && !seen)
			*day = word->v[0];
		seen = 1;
	}
	return k > i + 1 && seen && char_is(win(w, k), DC_CLOSE) ? k + 1 : i;
}

/* A time of the day: 13:30, 9 o'clock 15, noon. */
static size_t
skip_time(struct datewin *w, size_t i)
{
	struct datenum num;
	size_t k = skip_blanks(w, i), word = win_is(w, k, WORDS1(W_OF_DAY)), end;
	int any = word > k + 1;

	k = skip_blanks(w, word > k + 1 ? word : k);
	while ((end = date_number(w, k, 2, 0, &num)) && !num.kanji) {
		if (!(word = win_is(w, end, WORDS1(W_OF_DAY)))) {
			if (any && win_prev(w, k) == ':')
				k = end;
			break;
		}
		any = 1;
		k = word;
	}
	return any ? k : i;
}

static size_t
qualifier(struct datewin *w, size_t i, unsigned *flag)
{
	const struct word *word;
	size_t end;

	if (!char_is(win(w, i), DC_BEHIND))
		return 0;
	end = win_word(w, i, WORDS4(W_ABOUT, W_UNTIL, W_FROM, W_BEFORE), 0, &word);
	if (end)
		*flag = word->class == W_ABOUT ? FLAG_APPROXIMATE : word->class == W_UNTIL ? FLAG_UNTIL :
		    word->class == W_FROM ? FLAG_FROM : 0;
	return end;
}

size_t
skip_remarks(struct datewin *w, size_t i, int *approximate, int *weekday)
{
	unsigned flag;
	size_t k, end;

	*approximate = 0;
	if (!char_is(win(w, i), DC_BEHIND | DC_DIGIT | DC_BLANK))
		return i;
	k = skip_time(w, skip_weekday(w, i, weekday));
	if ((end = win_is(w, k, WORDS1(W_KEPT))))
		k = end;
	if ((end = qualifier(w, k, &flag)) && flag == FLAG_APPROXIMATE) {
		*approximate = 1;
		k = end;
	}
	return k;
}

/* A tilde behind a date that no other date follows: open-ended. */
static int
open_end(struct datewin *w, size_t i)
{
	size_t end = win_is(w, skip_blanks(w, i), WORDS1(W_TILDE));

	return end && !char_is(win(w, skip_blanks(w, end)), DC_HOLE);
}

unsigned
date_before(struct slice s, size_t at)
{
	if (win_word_before(s, at, WORDS1(W_TILDE)) < at)
		return FLAG_UNTIL;
	return win_word_before(s, at, WORDS1(W_ROUGHLY)) < at ? FLAG_APPROXIMATE : 0;
}

unsigned
date_behind(struct datewin *w, size_t i)
{
	unsigned flags = 0, flag;
	int day;
	size_t from = skip_weekday(w, i, &day), k = skip_time(w, from), end;
	int timed = k > from;

	if ((end = win_is(w, k, WORDS1(W_KEPT))) && qualifier(w, end, &flag))
		k = end;
	if (open_end(w, k))
		flags |= FLAG_FROM;
	while ((end = qualifier(w, k, &flag))) {
		flags |= flag;
		k = end;
	}
	if (timed) /* from ten o'clock on is nothing about the day */
		flags &= ~(unsigned)FLAG_FROM;
	return flags;
}

int
date_weekday(struct datewin *w, size_t i)
{
	int day = 0;

	skip_weekday(w, i, &day);
	return day;
}
