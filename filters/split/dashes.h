/*
 * dashes.h - tables whose columns a rule of dashes gives
 *
 *	  番号   施策           ====  ======      ID   Name
 *	  ------ ---------      番号  施策         ---- --------
 *	  1      花壇           ====  ======      1    花壇
 *	                        1     花壇
 *	                        ====  ======
 *
 * What pandoc calls simple and multiline tables (pandoc's manual, "Tables"), what reStructuredText calls simple ones, and
 * what PowerShell and many a program print. Each group of dashes is a column, and begins where it does. A table ends at a
 * blank line or, where a second such rule stands below, with that; in pandoc's multiline tables, whose upper and lower
 * edges are one run of dashes, blank lines part the rows. In reStructuredText, a line without a first cell goes on with
 * the row above.
 */
#ifndef TZ_SPLIT_DASHES_H
#define TZ_SPLIT_DASHES_H

#include <stdint.h>

#include "split/layout.h"
#include "stream/lines.h"

/* What a line is. */
enum dashed_line {
	DASHED_NONE,
	DASHED_ROW,
	DASHED_RULE,
	DASHED_BLANK, /* inside of the table */
	DASHED_UNREAD /* a line of the table whose cells are not to be told apart: it ends there */
};

struct dashed {
	int on;
	struct layout l;
	uint32_t sign;    /* what its rules are made of */
	size_t last;      /* so many lines further on is its last rule; 0: it ends with a blank line */
	size_t rules;     /* that it has had */
	int by_blanks;    /* blank lines part its rows */
	int first_filled; /* each row has a first cell */
	struct laid_row row;
	struct buf columns; /* the rule that gives its columns */
	struct buf copy;  /* of the line at hand */
};

/* What *LINE is, the one that IN handed out last; the cells of a row are in d->row. *MORE is how many lines of the stream
 * behind *LINE are part of it (notes among them count). Looking ahead may move the line: *LINE is then a copy. */
enum dashed_line dashed_line(struct dashed *d, struct lines *in, struct slice *line, size_t *more);
void dashed_end(struct dashed *d); /* another document, or block, begins */

#endif
