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

/* Forgets the lines so far. TITLED: the line of text before the first was a title. */
void group_begin(int titled);
/* Adds the entries of L; APART: blank lines stand before it. False if they cannot be of the same
 * legend: another kind of separator or of mark, or the same scale once more. */
int group_add(const struct legend_line *l, int apart);
/* The judgement. */
int group_is_legend(void);

#endif
