/*
 * line.h - a row of a document, from its record to what CSV says of it: in one line, or a line a cell
 */
#ifndef TZ_CSV_LINE_H
#define TZ_CSV_LINE_H

#include "csv/facts.h"
#include "csv/form.h"
#include "csv/sheet.h"
#include "csv/wide.h"
#include "stream/cols.h"
#include "stream/rowtext.h"
#include "words/trail.h"

/* Starts as {0}. */
struct csvline {
	struct buf doc;
	struct trail trail;
	struct buf path;                    /* the titles of the sections */
	size_t path_end[SECTIONS_DEEP + 1]; /* how much of it each level has */
	struct cols cols;
	int other_table;                    /* the next row is not of the table of the last one */

	int open;                           /* there is a row */
	unsigned long number;
	struct buf id, text;                /* text: names and cells, one after another */
	struct line_cell {
		size_t name, value, end;    /* where they begin in text; the value's end */
		enum role role;
	} *cell;
	size_t cells, cap;
	struct rowfacts facts;

	struct fields fields; /* scratch */
	struct rowtext rowtext;
};

void line_document(struct csvline *l, struct slice name);
/* A row begins, whose fields are in l->fields. */
void line_row(struct csvline *l, const struct rec *r, struct place at);
/* Another text kind: a heading's fields are in l->fields. Returns 1 if it nests too deep. */
int line_other(struct csvline *l, const struct rec *r);
/* An annotation: of the row, if there is one. */
void line_note(struct csvline *l, const struct rec *r);

/* The columns that every row has, as a new header. */
void line_names(const struct csvline *l, const struct line_form *f, struct wide *to);
void line_header(const struct line_form *f, struct sheet *to);
/* Ends the row: as one line, or as one a cell. */
void line_write(struct csvline *l, const struct line_form *f, struct wide *to);
void line_write_cells(struct csvline *l, const struct line_form *f, struct sheet *to);

#endif
