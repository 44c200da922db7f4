/*
 * delimited.h - tables whose cells a comma or a semicolon separates, as RFC 4180 has them and spreadsheets write them
 *
 *	品名,数量,納期
 *	ロープ,3,2026/3/31
 *
 * A comma proves nothing, for prose has them. A table is told by the agreement of its records: the lines up to the
 * next one without a separator are looked at together, a dozen records of them, and weighed (delimited.c says how;
 * the weights were counted on public CSV files and on Markdown, prose and sources). Where the document's name
 * ends in .csv, or where it has had such a table, records that agree are enough.
 *
 * Some sheets are written whole, each line padded with separators to the width of the widest. A line with one cell
 * alone is text there, and its padding a rule; an empty line of separators is a rule.
 */
#ifndef TZ_SPLIT_DELIMITED_H
#define TZ_SPLIT_DELIMITED_H

#include "base/buf.h"
#include "split/cells.h"
#include "stream/lines.h"

enum { DELIMITED_COLUMNS = 1024 };

struct delimited {
	int named;        /* the document's name says what it is */
	int proven;       /* it has had such a table */
	int on;           /* the line before was part of one */
	char mark[1];     /* what separates its cells */
	size_t width;     /* of most of its records */
	size_t titles;    /* so many lines of text stand above its first row */
	int refused;      /* the line before began no table, and had so many cells: */
	size_t refused_cells;
	struct cells c;   /* the record */
	struct cells look; /* one of those behind it */
	struct buf copy;  /* of its first line */
	struct buf cell;  /* what delimited_cell gave last */
};

/* What a line is. */
enum delimited_line {
	DELIMITED_NONE,
	DELIMITED_ROW,
	DELIMITED_TEXT, /* one cell, or the title above a table */
	DELIMITED_PADDED, /* one cell, the first one, and separators behind it: delimited_text and delimited_rest */
	DELIMITED_RULE  /* separators alone */
};

/* What *LINE is, the one that IN handed out last. *MORE is how many lines of the stream behind it are part of it (notes
 * among them count). Looking ahead may move the line: *LINE is then a copy. */
enum delimited_line delimited_row(struct delimited *d, struct lines *in, struct slice *line, size_t *more);
/* Another document begins: NAME. */
void delimited_begin(struct delimited *d, struct slice name);
/* A line that is no text of its own, or of another table, has come: the table ends. */
void delimited_end(struct delimited *d);
/* Cell I of the row, without its quotation marks; valid until the next call. */
struct slice delimited_cell(struct delimited *d, size_t i);
/* The one cell of a padded line, and what stands behind it. */
struct slice delimited_text(const struct delimited *d);
struct slice delimited_rest(const struct delimited *d);

#endif
