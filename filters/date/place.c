/* place.c - dates that are not filled in: 平成○年○月, 令和 年度, 20XX年; see date/expr.h */
#include "date/expr.h"
#include "date/num.h"

/* Holes and blanks that stand for a number; at most six. */
static size_t
gap(struct datewin *w, size_t i)
{
	size_t end = i + 6;

	while (i < end && (is_hole(win(w, i)) || is_blank(win(w, i)) || is_digit(win(w, i))))
		i++;
	return i;
}

/* What a form has behind 年: 度, or gaps before 月 and 日. */
static size_t
form_rest(struct datewin *w, size_t i)
{
	size_t k;

	if (win(w, i) == U'度')
		return i + 1;
	if (win(w, k = gap(w, i)) != U'月')
		return i;
	i = k + 1;
	return win(w, k = gap(w, i)) == U'日' && k > i ? k + 1 : i;
}

/* ○○年度, ○年○月; one ○ before 年 or 年度 may be a bullet. */
static int
is_lone(struct datewin *w, size_t i, size_t hole, size_t end)
{
	return hole == i + 1 && (win(w, end - 1) == U'年' || win(w, end - 1) == U'度');
}

size_t
date_placeholder(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct era_form *f = era_forms(win(w, i));
	size_t first = f ? win_text(w, i, f->c, 1) : 0, k = first ? first : i, hole, dash;

	if (f && !first)
		return 0;
	hole = gap(w, k);
	if (hole == k || (!first && (is_digit(win(w, hole - 1)) || is_blank(win(w, k)))))
		return 0;
	k = hole;
	if (first && (dash = range_dash(w, k)) && (hole = gap(w, dash)) > dash)
		k = hole;
	if (win(w, k) != U'年')
		return 0;
	k = form_rest(w, k + 1);
	if (!first && is_lone(w, i, hole, k))
		return 0;
	*e = (struct dexpr){.kind = YEAR_ERA, .era = ERA_NONE, .fault = FAULT_PLACEHOLDER, .part = PART_DAY};
	return k;
}
