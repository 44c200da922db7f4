/* span.c - the parts of a year that are longer than a month, and the edges of any part; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

/* True if a word stands at I that goes on with a date, so that what stands before it is one. */
static int
goes_with_date(struct datewin *w, size_t i)
{
	static const struct wordset sets[] = {
		SET4(W_ABOUT, W_UNTIL, W_FROM, W_SINCE), SET4(W_HAPPENS, W_REMARK, W_KEPT, W_EVENT), SET4(W_LIST, W_DASH, W_OPEN, W_CLOSE),
	};
	size_t k;

	for (k = 0; k < sizeof(sets) / sizeof(*sets); k++)
		if (win_is(w, i, sets[k]))
			return 1;
	return 0;
}

size_t
date_edge_or_like(struct datewin *w, size_t i, const struct word **word)
{
	size_t end = win_word(w, i, WORDS3(W_EDGE, W_WITHIN, W_ALIKE), 0, word);

	return end && (*word)->class != W_ALIKE ? end : 0;
}

/* The last or the first day. */
size_t
date_edge(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = date_edge_or_like(w, i, &word);

	if (!end || word->class != W_EDGE)
		return 0;
	if (win_is(w, i, WORDS1(W_YEAR)) && (e->part != PART_YEAR || e->fiscal)) /* the year's end, behind a year only */
		return 0;
	if (one_day(w, end - 1) && e->part != PART_MONTH && !e->fiscal)
		return 0;
	/* the first budget of a year is no day of it */
	if (word->v[0] == EDGE_FIRST && is_ideograph(win(w, end)) && !win_is(w, end, WORDS2(W_ABOUT, W_OF_DAY)))
		return 0;
	e->edge = word->v[0] == EDGE_FIRST ? EDGE_FIRST : EDGE_LAST;
	e->approximate |= e->edge == EDGE_FIRST;
	return end;
}

size_t
date_edge_or_within(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = date_edge(w, i, e);

	if (!end && (end = date_edge_or_like(w, i, &word)) && word->class != W_WITHIN)
		end = 0;
	return end ? end : i;
}

/* One of the four quarters as a number: 3, in ideographs, as a roman figure. */
static size_t
quarter_number(struct datewin *w, size_t i, int *n)
{
	struct datenum num;
	const struct word *word;
	size_t end = win_word(w, i, WORDS2(W_ROMAN, W_DIGIT), 0, &word);

	if (end && word->v[0] >= 1 && word->v[0] <= 4) { /* the third quarter begins like the number 34 */
		*n = word->v[0];
		return end;
	}
	end = date_number(w, i, 2, 0, &num);
	*n = num.value;
	return end && num.digits == 1 && num.value >= 1 && num.value <= 4 ? end : 0;
}

/* Behind a dash or a comma: more numbers of quarters, and then their unit: 1～3, 2・3・4, 第1～第2. */
static int
more_quarters(struct datewin *w, size_t i)
{
	size_t k, ordinal;
	int n;

	while ((k = win_is(w, skip_blanks(w, i), WORDS2(W_LIST, W_DASH)))) {
		k = skip_blanks(w, k);
		ordinal = win_is(w, k, WORDS1(W_ORDINAL));
		if (!(i = quarter_number(w, ordinal ? skip_blanks(w, ordinal) : k, &n)))
			return 0;
		if (win_word(w, skip_blanks(w, i), WORDS2(W_QUARTER, W_QUARTER_LETTER), 1, NULL))
			return 1;
	}
	return 0;
}

/* A quarter in its many notations: with its ordinal, 3Q, Q3; the first of two with one unit, 1 and 2. */
static size_t
quarter(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t ordinal = win_is(w, i, WORDS1(W_ORDINAL)), letter = win_is(w, i, WORDS1(W_QUARTER_LETTER)), k, end;
	int alone = !ordinal && e->kind == YEAR_RELATIVE && e->within && !is_behind_date(w, i);

	k = ordinal ? skip_blanks(w, ordinal) : letter ? letter : i;
	if (!(k = quarter_number(w, k, &e->n)))
		return 0;
	e->part = PART_QUARTER;
	if (letter)
		return is_alnum(win(w, k)) ? 0 : k;
	if ((end = win_is(w, k, WORDS1(W_QUARTER_LETTER))))
		return is_alnum(win(w, end)) ? 0 : end;
	if ((end = win_word(w, skip_blanks(w, k), WORDS1(W_QUARTER), 1, NULL)))
		return is_count(w, end, IN_QUARTERS) || alone ? 0 : end;
	e->open = !alone && more_quarters(w, k);
	return e->open ? k : 0;
}

static size_t
half(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = win_word(w, i, WORDS1(W_HALF), 1, &word);

	if (end) {
		e->part = PART_HALF;
		e->n = word->v[0];
	} else if ((end = win_word(w, i, WORDS1(W_TERM), 1, NULL))) {
		e->fault = FAULT_AMBIGUOUS;
	}
	return end;
}

size_t
date_span(struct datewin *w, size_t i, struct dexpr *e)
{
	struct dexpr with = *e;
	size_t end = char_is(win(w, i), DC_SPAN | DC_NUMBER | DC_PART) ? quarter(w, i, &with) : 0;

	if (end)
		*e = with;
	else
		end = half(w, i, e);
	return end && !e->open ? date_edge_or_within(w, end, e) : end;
}

/* A season; where it may be the beginning of a name, nothing is known. */
size_t
date_season(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = win_word(w, i, WORDS2(W_SEASON, W_ALIKE), 0, &word);

	if (!end || word->class == W_ALIKE)
		return 0;
	e->part = PART_SEASON;
	e->n = word->v[0];
	if (is_ideograph(win(w, end)) && !goes_with_date(w, end))
		e->fault = FAULT_AMBIGUOUS;
	return end;
}
