/*
 * slashed.h - records of which each is a line, with strokes between its cells
 *
 *	- 橋の点検 / 道路課 / 完了
 *	- 池の清掃 / 公園課 / 実施中
 *	- 街灯 / 道路課 / 未着手
 *
 * A stroke with blanks around it, or a full-width one that is not between digits, or a full-width bar, parts cells where all lines of the block have as
 * many of them, two at least, and there are three lines. A label before the first one says that its line lists what a
 * thing may be: 状態: 高 / 中 / 低.
 */
#ifndef TZ_SPLIT_SLASHED_H
#define TZ_SPLIT_SLASHED_H

#include "stream/lines.h"

enum { SLASHED_CELLS = 24 };

struct slashed {
	size_t rows;  /* so many lines, the one at hand among them, are rows */
	size_t n;     /* cells of each */
	int refused;  /* the block is none */
	struct slice cell[SLASHED_CELLS]; /* of the row, in the copy */
	struct buf copy;
};

/* True if *LINE, the one that IN handed out last, is a row. Looking ahead may move the line: *LINE is then a copy. */
int slashed_line(struct slashed *s, struct lines *in, struct slice *line);
void slashed_end(struct slashed *s); /* another document, or block, begins */

#endif
