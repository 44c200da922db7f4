/*
 * row.h - a row taken apart at its tabs, once for all filters of a program
 *
 * Each filter behind table looks at each cell of each row; where they stand in
 * one program, the first one to ask cuts it, and the others find it cut.
 */
#ifndef TZ_STREAM_ROW_H
#define TZ_STREAM_ROW_H

#include "stream/rec.h"

struct pairs;
struct places;

/* What the bytes of a row may hold; a bit that is not set is a promise. */
enum {
	ROW_ESCAPE = 1, /* a backslash */
	ROW_QUOTE = 2,  /* a quotation mark, or a control character: what JSON escapes */
	ROW_COLON = 4,  /* a colon, also a full-width one */
	ROW_ANY = 7
};

struct row {
	struct slice *cell; /* escaped, as in the record */
	size_t n, cap;
	unsigned has;
};

/* The cells of R. Valid until another record is asked for. */
const struct row *rec_row(const struct rec *r);

/* Cuts R, so that rec_row need not, and sets *FOUND to the pairs in it: see pairs.h. */
void rec_row_seeking(const struct rec *r, const struct pairs *what, struct places *found);

/* The same of a line that is no record yet: at least one. */
const struct row *row_of_line(struct slice line);
/* R has the line asked for last as its fields, perhaps in another place, and need not be cut again. */
void row_is_of(const struct rec *r);

#endif
