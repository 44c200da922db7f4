/*
 * counted.h - tables with a pipe behind each cell, whose cells break into lines: the pipes count the cells
 *
 *	区分 | 進み具合 | 課題 |
 *	北の
 *	水路 | 掘り終えた
 *	石を積んだ | なし |
 *
 * What tools that make text of web pages write. Where a delimiter row stands below, without a pipe before it, the header may be in
 * several lines as well, each of which ends with a pipe. Pipes that stand alone at the end of a row fill it up to the columns of
 * others, some cells of which a merged one covers: it has no such cells. The first line ends with a pipe and begins with none; each row has as many
 * pipes, the last of them at the end of a line. Where every row is one line, this is left to drawn.h if a delimiter row says
 * that it is a table. A line from which on the pipes do not make up a row is unread, and ends the table.
 */
#ifndef TZ_SPLIT_COUNTED_H
#define TZ_SPLIT_COUNTED_H

#include "split/layout.h"
#include "stream/lines.h"

enum counted_line { COUNTED_NONE, COUNTED_ROW, COUNTED_RULE, COUNTED_UNREAD };

struct counted {
	int on;
	int told;            /* the block has cells with pipes in lines of their own, and that was said */
	size_t pipes;        /* of a row */
	size_t filled;       /* all rows are filled up, by so many pipes */
	size_t shifted;      /* the header, which is the row to come, was filled up at its end and lacks its first names: so many */
	struct laid_row row; /* cells, and the lines as they stand */
	struct buf copy;     /* of the line at hand */
};

/* What *LINE is, the one that IN handed out last; the cells of a row are in c->row. *MORE is how many lines of the stream
 * behind *LINE are part of it (notes among them count). Looking ahead may move the line: *LINE is then a copy. */
enum counted_line counted_line(struct counted *c, struct lines *in, struct slice *line, size_t *more);
void counted_end(struct counted *c); /* another document, or block, begins */

#endif
