/*
 * wide.h - rows of many tables under one header
 *
 * The header comes first, and is known last: until then the rows wait in a spool. A column is what goes by one name in
 * all tables, in the order in which the names come up.
 */
#ifndef TZ_CSV_WIDE_H
#define TZ_CSV_WIDE_H

#include "base/buf.h"
#include "csv/sheet.h"
#include "stream/cols.h"
#include "stream/rec.h"
#include "stream/spool.h"

/* As many as a sheet of Excel has. */
enum { COLUMNS_MOST = 16384 };

struct wide {
	struct spool rows;  /* a line each: FIELD of each fixed column, then COLUMN FIELD of each cell; tabs between them */
	size_t fixed;       /* columns that every row has */
	struct buf names;   /* of all columns, one after another: what the header says */
	size_t *end;        /* where each ends */
	size_t n, cap;
	size_t *slot, slots; /* hash of a name of a table, or of the header -> 1 + its column */
	struct buf keys;     /* the names of tables, each behind its column's others */
	size_t *key, *keyn;  /* where each begins, and how long it is */
	unsigned long left_out; /* cells of columns beyond COLUMNS_MOST */
};

void wide_init(struct wide *w);
/* Forgets all; the next header begins with the N names FIXED. */
void wide_begin(struct wide *w, const char *const *fixed, size_t n);
/* The column, from 0, of the cells that tables name NAME; SIZE_MAX if there is no more room. */
size_t wide_column(struct wide *w, struct slice name);
/* A row, field by field: */
void wide_fixed(struct wide *w, struct slice text);
void wide_cell(struct wide *w, size_t column, struct slice text);
void wide_end_row(struct wide *w);
/* Writes the header and the rows. */
void wide_write(struct wide *w, struct sheet *to);

#endif
