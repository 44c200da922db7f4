/*
 * cells.h - the cells of a line: tabs, or whatever else, separate them; a spreadsheet's quotes may hold several lines
 *
 * What spreadsheets put on the clipboard: a cell that holds a newline stands
 * in quotation marks, and each mark inside it is doubled. A mark that does not
 * play by this is a character like any other. Some end their rows with CR LF,
 * and the lines in their cells with LF: there a CR at the end of a line is
 * kept behind the last cell.
 */
#ifndef TZ_SPLIT_CELLS_H
#define TZ_SPLIT_CELLS_H

#include "base/buf.h"

/* The longest quoted cell that is waited for, in bytes. A spreadsheet's cell holds at most 32,767
 * characters, which UTF-8 writes in at most three bytes each. */
enum { QUOTED_LIMIT = 128 * 1024 };

struct cells {
	struct slice between; /* what separates cells; empty: a tab */
	struct buf text; /* the line, and those that were added to it, with LF between */
	size_t first;    /* length of the line itself, without its CR */
	int cr, first_cr; /* CR stood behind the line added last, behind the first one */
	struct cell {
		size_t from, to; /* in text, quotes included */
	} *c;
	size_t n, cap;
	int open;    /* the last cell has begun with a quotation mark and goes on in the next line */
	size_t from; /* where it began */
};

/* Splits LINE. The table is reused; it starts as {0}, or with its separator. */
void cells_begin(struct cells *c, struct slice line);
/* Adds the next line to the open cell; 0 if that shows that the mark was no spreadsheet's. */
int cells_more(struct cells *c, struct slice line);
/* Splits the first line again, without regard to quotes. */
void cells_plain(struct cells *c);
/* Splits LINE where two or more blanks stand between words, as columns of fixed width have it. */
void cells_spaced(struct cells *c, struct slice line);
/* All lines as they stand, once their cells are no longer asked for. */
struct slice cells_source(struct cells *c);
struct slice cells_get(const struct cells *c, size_t i);

#endif
