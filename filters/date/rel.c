/* rel.c - words that count from another date: this year, the next month, before the year's end; see date/expr.h */
#include "date/expr.h"

#include "date/yearnum.h"

/* A part of the writer's present, without a word for which: 年内, 年度末. */
static size_t
alone(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	uint32_t prev = win_prev(w, i);
	size_t end = win_word(w, i, WORDS1(W_ALONE), 0, &word), k;

	if (is_alnum(prev) || is_kanji_number(prev) || is_ideograph(prev))
		return 0;
	e->kind = YEAR_RELATIVE;
	e->near = e->within = 1;
	if (end) {
		e->unit = word->v[0];
		e->fiscal = e->unit == UNIT_FISCAL;
		e->part = e->unit == UNIT_MONTH ? PART_MONTH : PART_YEAR;
		e->edge = word->v[1] == EDGE_FIRST ? EDGE_FIRST : word->v[1] ? EDGE_LAST : EDGE_NONE;
		e->approximate = e->edge == EDGE_FIRST;
		/* the end of the year in which …; the new year, this one's or the next one's */
		if ((e->edge && stands_before(w, i, WORDS2(W_THE, W_GENERIC_BEFORE))) || (e->edge == EDGE_FIRST && e->unit == UNIT_YEAR))
			e->fault = FAULT_AMBIGUOUS;
		if (is_ideograph(win(w, end)) && win_is(w, i, WORDS1(W_ALIKE)) > end)
			return 0;
		return end;
	}
	if (!(k = win_is(w, i, WORDS1(W_FISCAL))) || !(end = date_span(w, k, e))) /* 年度後半 */
		return 0;
	e->unit = UNIT_FISCAL;
	e->fiscal = 1;
	return end;
}

/* True if what a near word counts from stands directly before it, and is no date: the year after that of adoption. */
static int
hangs_on_noun(struct datewin *w, size_t i)
{
	size_t the;

	if (is_ideograph(win_prev(w, i)))
		return 1;
	win(w, i);
	the = win_word_before(w->s, w->at[i], WORDS1(W_THE));
	w->looked_back |= the < w->at[i];
	return the < w->at[i] && the > w->done;
}

size_t
date_relative(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct word *word;
	size_t end = win_word(w, i, WORDS1(W_RELATIVE), 1, &word), k;

	if (!end)
		return alone(w, i, e);
	if (win_is(w, end, WORDS1(W_COMPARE)) || ((k = win_is(w, end, WORDS1(W_SAME))) && win_is(w, k, WORDS1(W_COMPARE))))
		return 0;
	e->kind = YEAR_RELATIVE;
	e->near = word->v[0] == V_NEAR;
	e->year = word->v[1];
	e->unit = word->v[2];
	e->fiscal = e->unit == UNIT_FISCAL;
	if (e->unit == UNIT_SEASON) {
		e->part = PART_SEASON;
		e->n = word->v[3];
	} else {
		e->part = e->unit == UNIT_MONTH ? PART_MONTH : e->unit == UNIT_DAY ? PART_DAY :
		    e->unit == UNIT_WEEK ? PART_WEEK : PART_YEAR;
	}
	if (e->near && hangs_on_noun(w, i)) /* the whole of it is read, and means nothing */
		e->fault = FAULT_AMBIGUOUS;
	return end;
}
