/*
 * cycles.h - tables whose cells stand one a line, as a page or a PDF gives them whose columns were lost
 *
 *	事業 評価 部局      事業
 *	①橋の補修          評価
 *	A                   部局
 *	道路部              ①橋の補修
 *	②池の清掃          A
 *	B                   …
 *	公園部
 *
 * Such lines prove nothing by themselves. What shows the cells is that they come in a cycle: three times at least, the same
 * number of lines, and at one place of each of them a figure, a grade or a word for a state, where another place has words
 * that are all different. Names above, in a line or one a line, or numbers that count the rows, say where a cycle begins;
 * without them the block has to be made up of whole cycles, and of nothing else.
 *
 * A cell may wrap where each row has its number, and the names above say how many cells there are (wrapped.h). Blank lines
 * may stand between all lines, or between the rows.
 *
 * A block is read as a whole or not at all; one of more than some hundred lines in pieces, each of which has to go on with the
 * cycle of the one before.
 */
#ifndef TZ_SPLIT_CYCLES_H
#define TZ_SPLIT_CYCLES_H

#include "split/cellblock.h"
#include "split/layout.h"

enum { CYCLE_CELLS = 16 };

/* What a line of the block is. */
enum cycle_part {
	CYCLE_TITLE, /* above the table */
	CYCLE_NAMES, /* a row of names, with blanks between */
	CYCLE_ROW,   /* the first cell of a row */
	CYCLE_CELL,  /* the first line of another */
	CYCLE_WRAP   /* it goes on with the cell above */
};

/* How the block is to be read: a part a line; N of them, 0 if it is no table. */
struct cycle_plan {
	size_t n;
	unsigned char part[CELLBLOCK_LINES];
};

struct cycles {
	struct cycle_plan plan;
	uint32_t hash[CELLBLOCK_LINES]; /* of the lines, by which they are known again */
	size_t next;        /* the line at hand */
	size_t period;      /* lines of a row, where the block is longer than what was looked at; 0: it is not */
	int refused;        /* the block is none */
	int labelled;       /* the line above is a short one */
	size_t tries;       /* blocks of the document that were looked at in vain */
	struct buf cell[CYCLE_CELLS], source, copy;
	unsigned long line[CYCLE_CELLS]; /* of each cell, lines below the first of the row */
	size_t n;           /* cells of the row */
};

enum cycle_line { CYCLES_NONE, CYCLES_TEXT, CYCLES_ROW, CYCLES_NAMED };

/* What *LINE, the one that IN handed out last, is: CYCLES_NAMED is a row whose cells stand all in it. *MORE is how many lines of
 * the stream behind *LINE are part of it. Looking ahead may move the line: *LINE is then a copy. */
enum cycle_line cycles_line(struct cycles *c, struct lines *in, struct slice *line, size_t *more);
void cycles_blank(struct cycles *c); /* a blank line: another block may begin */
void cycles_end(struct cycles *c);   /* another block begins */
void cycles_begin(struct cycles *c); /* a document begins */

#endif
