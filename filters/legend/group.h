/*
 * group.h - whether neighbouring lines with entries are a legend
 *
 * Lines are added one by one; the judgement needs all of them: two distinct
 * marks with separators of the same kind, and where the shape alone proves
 * little, a title, or meanings that speak of progress.
 */
#ifndef TZ_LEGEND_GROUP_H
#define TZ_LEGEND_GROUP_H

#include "legend/line.h"

/* What announces a legend: the line of text above it, which may announce other things as well; what it stands in or
 * behind, a column's name or the beginning of its line; or words that announce nothing else. Below the header of a table
 * that announces none, rows are of things, be they called A, B and C. */
enum announced { BELOW_A_HEADER, NOT_ANNOUNCED, ANNOUNCED_ABOVE, ANNOUNCED_BESIDE, ANNOUNCED_SURELY };

/* Forgets the lines so far. */
void group_begin(enum announced by);
/* Adds the entries of L; APART: blank lines stand before it. False if they cannot be of the same
 * legend: another kind of separator or of mark, or the same scale once more. */
int group_add(const struct legend_line *l, int apart);
/* The judgement. Where shape alone does not tell, their marks have to be used in the cells behind them. */
enum whether { IS_NONE, IS_LEGEND, IS_IF_USED };
enum whether group_verdict(void);
/* They are, behind LINE: half of them, or three, in columns where such marks are states. */
int group_is_used(unsigned long line);
/* The judgement where no cell can be asked. */
int group_is_legend(void);

#endif
