/*
 * fit.h - which columns a row has that has fewer cells than its header, or more
 *
 * Cells are lost where a browser drops those that were merged, or an editor
 * the blank ones at the end of a line. What the other rows of a column look
 * like tells which are left; where it does not, no cell gets a name.
 */
#ifndef TZ_TABLE_FIT_H
#define TZ_TABLE_FIT_H

#include "table/names.h"
#include "table/roles.h"
#include "table/shape.h"

struct fit {
	enum {
		FIT_FIRST, /* the first columns, in order; all of them, as a rule */
		FIT_LAST,  /* the last columns */
		FIT_SOME,  /* those in col; of cells that can be of several columns, none */
		FIT_NONE,
		FIT_UNSET /* nothing is in force yet: equal to none of the others */
	} how;
	size_t n; /* cells that have a column in col */
	unsigned char col[SHAPE_COLUMNS]; /* SHAPE_COLUMNS: none */
};

/* R, a row of CELLS cells, has all columns of NAMES, and something in the last one: it is FIT_FIRST. */
int fit_is_whole(const struct names *names, const struct rec *r, size_t cells);
/* The columns of R, any other row of CELLS cells under NAMES. SHAPE: of the rows of the table that are all there. FILLS: in
 * a table of Markdown, or of cells between commas, where a row that has too few lacks the last ones (GFM, section "Tables"). */
void fit_row(struct fit *f, struct shape *shape, struct names *names, const struct rec *r, size_t cells, int fills);
int fit_equal(const struct fit *a, const struct fit *b);
/* Writes a `names` record for the rows from LINE on, which have the columns F of NAMES. */
void fit_write(const struct fit *f, struct names *names, unsigned long line);
/* Behind that, or behind the header: the roles of these columns, if one is known. */
void fit_write_roles(const struct fit *f, const struct roles *roles, unsigned long line);

#endif
