/*
 * look.h - text that was a table, or is damaged, in a way that no rule can undo: it stays text, and that is said
 *
 *	two columns of a page, line by line side by side
 *	one cell a line: the labels of a header, then the values; or grades that stand alone, with other lines between
 *	a label and its value a line, one record a page; several records in a line
 *	rows read aloud: 1、手話通訳者の派遣、ｂ。
 *	words below each other, in three columns
 *	a box drawn around cells that stand in lines of their own
 *	letters of a font whose map was lost
 *
 * Asked of every line of text, so the answer that most lines get is cheap.
 */
#ifndef TZ_TABLE_LOOK_H
#define TZ_TABLE_LOOK_H

#include <stdint.h>

#include "stream/msg.h"
#include "stream/rec.h"
#include "table/apart.h"

enum { LOOK_PAIRS = 4 }; /* so many lines are enough */

/* What the lines of text so far have been. Starts as {0}. */
struct look {
	size_t left, beside;           /* where the line above is parted, in half-width columns; lines so parted */
	size_t spoken, told;           /* rows read aloud; it was announced that they are */
	size_t labels, values;         /* lines that are labels, and lines behind them */
	size_t grades, apart;          /* lines that are a grade and nothing else; lines since the last of them */
	int told_cells;                /* that cells stand one a line has been said */
	size_t pairs;                  /* lines of a label and a value, */
	uint32_t asked[LOOK_PAIRS];    /* and hashes of the labels */
	size_t meeting;                /* so many lines more are a meeting's minutes */
	struct apart below;            /* columns that they have in common, since a blank line; none where something was said of one */
	size_t strokes, since;         /* lines of strokes; lines since the last of them */
};

/* Text ended, or a line was blank: BLANK. */
void look_reset(struct look *l, int blank);
/* A heading: grades that stand alone may go on behind it, for the items that they are given to look like headings. */
void look_heading(struct look *l);
/* Looks at R, a line of text that is not blank. True if something is to be said of it: *ID. */
int look_at(struct look *l, const struct rec *r, enum msg *id, struct place at);
/* The same for the first: where the line is parted into two columns of prose, like the one above it. */
int look_beside(struct look *l, struct slice line);

#endif
