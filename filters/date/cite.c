/* cite.c - dates of laws and decisions; see date/cite.h */
#include "date/cite.h"

enum { CITATION = 14 };

/* A law's number behind a year. */
static int
is_law(struct datewin *w, size_t i)
{
	size_t end = i + CITATION, number;

	while (i < end && !win_is(w, i, WORDS1(W_ORDINAL)) &&
	    (is_ideograph(win(w, i)) || is_blank(win(w, i)) || (win(w, i) >= 0x3041 && win(w, i) <= 0x3096)))
		i++;
	if (!(i = win_is(w, i, WORDS1(W_ORDINAL))))
		return 0;
	for (number = i = skip_blanks(w, i); char_is(win(w, i), DC_NUMBER); i++)
		;
	return i > number && win_is(w, skip_blanks(w, i), WORDS1(W_LAW_NUMBER));
}

/* A word for a decision, and the closing bracket. */
static int
is_decision(struct datewin *w, size_t i)
{
	size_t end = i + 2 * CITATION, word = 0;

	for (; i < end && win(w, i) && !char_is(win(w, i), DC_OPEN | DC_CLOSE) && !win_is(w, i, WORDS2(W_LIST, W_STOP)); i++)
		if (!word || i >= word)
			word = win_is(w, i, WORDS1(W_DECISION));
	return char_is(win(w, i), DC_CLOSE) && word == i;
}

int
is_cited(struct datewin *w, size_t from, size_t to)
{
	if (is_ideograph(win(w, to)) && is_law(w, to))
		return 1;
	return char_is(win_prev(w, from), DC_OPEN) && !char_is(win(w, to), DC_CLOSE) && is_decision(w, to);
}
