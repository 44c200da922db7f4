/*
 * tablenames.h - what the columns of a table are called
 *
 * The header's cells, as a rule. A header of two rows has one name above
 * several others: the names of both are put together. Where the rows do not
 * stand right below their header, a `names` record repeats the names.
 */
#ifndef TZ_TABLENAMES_H
#define TZ_TABLENAMES_H

#include "rec.h"

struct names {
	struct buf text; /* fields, escaped, with tabs between them */
	size_t n;
};

/* Takes the names from a header of one row. */
void names_set(struct names *t, const struct rec *header);
/* True if row R is the second row of the header: it has names below the empty cells of the first one and
 * below those that they spread from, or units in brackets; nothing below the others. */
int names_completed_by(const struct names *t, const struct rec *r);
/* Puts the names of the second row to those of the first. */
void names_complete(struct names *t, const struct rec *r);
/* The names as a record, so that its fields can be taken apart. */
struct rec names_rec(const struct names *t);
/* Writes a `names` record for the rows from LINE on, which lack the first LOST columns. */
void names_write(const struct names *t, size_t lost, unsigned long line);

#endif
