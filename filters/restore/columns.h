/*
 * columns.h - the columns of the table at hand, and where the cells of its rows stand
 *
 * A row's cells are an object, in whatever order; their place is their name's. Cells beyond the last column are called by
 * their number, as tanzaku json does: "7", or "7 (2)" where a column has that name.
 */
#ifndef TZ_RESTORE_COLUMNS_H
#define TZ_RESTORE_COLUMNS_H

#include <jansson.h>

struct columns {
	json_t *places; /* by name: which one it is, from 0; NULL: none has a name */
	size_t n;
};

/* Takes the names in ARRAY, which may be NULL, in the place of those before. */
void columns_take(struct columns *c, const json_t *array);

/* The place of the cell NAME, which must be below MOST; -1 if it has none. */
long column_place(const struct columns *c, const char *name, size_t most);

#endif
