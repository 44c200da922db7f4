/*
 * columns.h - the columns of the table at hand, and where the cells of its rows stand
 *
 * A row's cells are an object, in whatever order; their place is their name's. Cells beyond the last column are called by
 * their number, as tanzaku json does: "7", or "7 (2)" where a column has that name.
 */
#ifndef TZ_RESTORE_COLUMNS_H
#define TZ_RESTORE_COLUMNS_H

#include "restore/jtape.h"

struct columns {
	size_t n;
	struct jname *name;   /* by place; n is UINT32_MAX where there is none */
	struct jname *sorted; /* those that are there */
	int doubled;         /* two of them are the same: the first one counts */
	size_t names, cap;
	struct buf text;
};

/* Takes the names in ARRAY, which may be NULL, in the place of those before. */
void columns_take(struct columns *c, const struct jtape *t, const struct jval *array);
void columns_free(struct columns *c);

/* The place of the cell NAME, which has a NUL behind it, and whose place is maybe NEXT; it must be below MOST. -1 if it
 * has none. */
long column_place(const struct columns *c, struct slice name, size_t next, size_t most);

#endif
