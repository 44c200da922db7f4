/*
 * htable.h - a <table>, of which only its end may tell whether it holds data or lays a page out
 *
 * It holds data if it says so (<th>, <thead>, <caption>), or has at least two rows and two columns and no more in its cells
 * than text; another table, a heading or a form inside of a cell lays a page out, and so does role="presentation".
 * Rows wait until that is known, up to TABLE_WAITS of them.
 */
#ifndef TZ_HTML_HTABLE_H
#define TZ_HTML_HTABLE_H

#include "html/grid.h"
#include "html/shown.h"

enum { TABLE_WAITS = 64 };

enum htable_kind { TABLE_UNKNOWN, TABLE_DATA, TABLE_LAYOUT, TABLE_INNER /* in a cell of a data table */ };

/* Starts as {0}. */
struct htable {
	enum htable_kind is;
	struct grid_row row[TABLE_WAITS + 1]; /* those that wait, and the one at hand */
	size_t waits;
	size_t widest;       /* cells of one of them */
	int in_row, in_cell, in_head;
	struct shown cell;
	struct grid grid;
};

void htable_begin(struct htable *t, enum htable_kind is);
void htable_row(struct htable *t, unsigned long line);
void htable_end_row(struct htable *t, struct lay *to);
void htable_cell(struct htable *t, unsigned rows, unsigned columns, int head);
void htable_end_cell(struct htable *t);
/* It is known what it is. For a layout the cells so far go out as text. */
void htable_is(struct htable *t, enum htable_kind is, struct lay *to);
void htable_end(struct htable *t, struct lay *to);
/* The line from which on its file's lines belong to records that are still to come; 0: none. */
unsigned long htable_open_line(const struct htable *t);

#endif
