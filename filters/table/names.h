/*
 * names.h - what the columns of a table are called
 *
 * The header's cells, as a rule. A header of several rows has one name above
 * several others: the names of all rows are put together, and a `names` record
 * behind the last one gives them. Another one repeats them where the rows do
 * not stand right below their header.
 */
#ifndef TZ_TABLE_NAMES_H
#define TZ_TABLE_NAMES_H

#include "stream/rec.h"

/* Starts as {0}. */
struct names {
	struct buf text; /* fields, escaped, with a tab before each */
	struct buf open; /* likewise, the lowest label of each column; empty: one is to come */
	size_t n;
	struct fields all, top, low;           /* of text, of open, and of the row below them */
	struct buf trial, label, cell, plain;  /* open with that row; a cell folded, unescaped, unquoted */
};

/* Takes the names from a header of one row, of CELLS cells. */
void names_set(struct names *t, const struct rec *header, size_t cells);
/* Takes the names TEXT, fields with a tab before each, which becomes T's. */
void names_take(struct names *t, struct buf *text);
/* True if row R is the next row of the header: it has names below the empty cells of those above and below those
 * that they spread from, or units in brackets; nothing below the others. NEXT (or NULL) is the row behind it: R may
 * leave cells empty that NEXT fills. */
int names_may_go_on(struct names *t, const struct rec *r); /* by R alone */
int names_completed_by(struct names *t, const struct rec *r, const struct rec *next);
/* One name, or none: a title that stands in a cell of its own, above the names. */
int names_is_title(struct names *t);
/* R leaves no column to the rows above it, as a row of the body does. */
int names_is_whole(struct names *t, const struct rec *r);
/* Puts the names of the next row to those above. */
void names_complete(struct names *t, const struct rec *r);
/* The names as a record, so that its fields can be taken apart. */
struct rec names_rec(const struct names *t);
const struct fields *names_fields(struct names *t); /* until the next call */

#endif
