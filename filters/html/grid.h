/*
 * grid.h - a data table of a page: cells that span rows and columns, on the grid of rows (WHATWG, HTML, 4.9.12)
 */
#ifndef TZ_HTML_GRID_H
#define TZ_HTML_GRID_H

#include "base/buf.h"
#include "html/lay.h"

enum { GRID_COLSPAN = 1000, GRID_ROWSPAN = 65534, GRID_COLUMNS = 4096 };

struct grid_cell {
	size_t from, end; /* in grid_row.text */
	unsigned rows, columns;
	int head; /* <th> */
};

/* A row as it is written. Starts as {0}. */
struct grid_row {
	unsigned long line;
	struct buf text;
	struct grid_cell *cell;
	size_t n, cap;
	int in_head; /* it stands in <thead> */
};

/* Starts as {0}. */
struct grid {
	struct grid_span {
		unsigned left;    /* rows that it reaches into yet */
		struct buf text;
	} *span;
	size_t columns, cap;      /* spans; those in use */
	struct buf *name;         /* of each column, as the rows of the header give it */
	size_t names, namecap;
	unsigned long head_line;  /* of the first row of the header; 0: there is none */
	int body;                 /* a row that is no header has come */
	int part;                 /* a row of several cells has, behind the last empty one */
	size_t width;             /* cells that rows have at least: those of the header */
	/* the row at hand */
	struct buf cells, covered;
	size_t n;
};

void grid_cell_begin(struct grid_row *r, unsigned rows, unsigned columns, int head);
void grid_cell_end(struct grid_row *r, struct slice text);
void grid_row_clear(struct grid_row *r, unsigned long line);

void grid_begin(struct grid *g);
/* The next row, which goes out as a record, or waits with the others of the header. */
void grid_row(struct grid *g, const struct grid_row *r, struct lay *to);
/* No cell reaches beyond a group of rows. */
void grid_end_group(struct grid *g);
void grid_end(struct grid *g, struct lay *to);

#endif
