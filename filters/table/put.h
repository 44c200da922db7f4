/*
 * put.h - writing the records of a table, and what they mean for the rows to come
 */
#ifndef TZ_TABLE_PUT_H
#define TZ_TABLE_PUT_H

#include "table/about.h"
#include "table/above.h"
#include "table/evidence.h"
#include "table/fit.h"
#include "table/heads.h"
#include "table/look.h"
#include "table/names.h"
#include "table/roles.h"
#include "table/shape.h"
#include "stream/why.h"
#include "table/win.h"

/* So many lines of text may stand inside a table. */
enum { INTERLUDES = 2, INTERLUDES_MAX = 3 * (INTERLUDES + 1) }; /* the second: where the rows count on */

/* The table that the records so far have left us in. */
struct table {
	struct window win;  /* the records that wait */
	struct buf docname; /* for messages: ends in NUL */
	int fill;           /* --fill */
	struct buf spanning; /* a row whose cells hold newlines, up to the record behind it */
	int about_row;      /* annotations that come are about a row */
	int page;           /* the document is a web page: a newline in a cell is none of its file */
	int bound;         /* a header is in force */
	int labelled;      /* of the row that comes, or came, labels of its own: see labelled.h */
	/* A heading has stood right below the header in force: the table has such ones between its rows. A line of text has come, and
	 * no row behind it yet. */
	enum { SECTIONS_NONE, SECTIONS_STAND, SECTIONS_PAUSE } sectioned;
	int lost;          /* text that need not be the end of the table has put an end to that: so many lines */
	int inside;        /* the line before is a row: no blank line between */
	size_t above;      /* the cells of that row; 0 if all rows of its run are titles */
	size_t cols;
	int merged;        /* it is the first of two rows, by their shape: see merged.h */
	int fills;         /* the header in force is one of Markdown, by the rule below it, or its cells stand between commas: short rows lack the last ones */
	struct fit view;   /* which columns the names in force are of */
	struct names names, pair; /* PAIR: of a first row that may be the upper one of two */
	unsigned long named; /* the line of the header's next row, which the names are to follow; 0: none is */
	unsigned long due; /* the line of the header's last row, behind which the roles of its columns are to stand; 0: they do */
	struct roles roles;
	unsigned long third; /* the line of its third row, whose names are known; 0: it has none */
	struct buf header; /* the last header of the document, in force or not: its fields as they stand */
	struct buf labels, label; /* and folded; one of another row */
	unsigned long line; /* where it stands */
	int fresh;         /* no row has come since it */
	struct above row;  /* the last row under it */
	struct shape shape, ahead; /* of the rows so far; of those that wait, before the first */
	struct about about; /* the row written last */
	struct look look;   /* what the text was like */
	enum { RULED_NOT, RULED_ABOVE, RULED_LAST } ruled; /* a rule has come since the run of rows began; as the last line */
	size_t header_rows; /* so many of the rows to come are of the header, as a rule below them shows */
	struct asked {
		int any;
		enum grade grade;
		evidence_set fired; /* of the rules about the row at hand, if it was asked whether it is a header */
		double sure;        /* that it is one */
	} asked;
	size_t nameless; /* cells of the rows of which it has been said that they have no header */
	struct heads heads; /* what may run along the top of its pages */
};

/* How a row is bound to a header. */
enum binding { TO_NAMES, TO_NAMES_AGAIN, TO_NONE };

const char *table_file(const struct table *t); /* the document's name, for messages */
void table_begin_doc(struct table *t, const struct rec *doc);
/* Writes a record that is no row. */
void table_put(struct table *t, const struct rec *r);
/* Writes what was set aside of the records that were let go: what says why follows what was decided. */
void table_put_notes(struct table *t);
void table_header(struct table *t, struct held *h);
/* Writes the next row of a header, of which T has the names. They follow it, once its annotations are through. */
void table_next_header(struct table *t, const struct held *h);
/* Writes a row. BROKEN: it is not UTF-8. */
void table_row(struct table *t, const struct rec *r, size_t cells, int broken, enum binding binding);
/* Writes what was held back about the row written last: before the next text record. */
void table_finish_row(struct table *t);
/* The same before the next row of the header in force. */
void table_finish_header(struct table *t);

#endif
