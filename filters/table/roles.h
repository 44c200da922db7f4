/*
 * roles.h - what each column of a table is
 *
 * Decided once a table, from the names and from the rows that are held when the
 * first of them goes out; see stream/role.h.
 */
#ifndef TZ_TABLE_ROLES_H
#define TZ_TABLE_ROLES_H

#include "stream/role.h"
#include "table/names.h"
#include "table/seen.h"
#include "table/win.h"

/* The roles of a table's columns, a byte each. Starts as {0}. */
struct roles {
	struct buf of;
	struct seen_room room;
};

/* Decides about the columns NAMES, by the rows that begin window W. */
void roles_decide(struct roles *t, struct names *names, const struct window *w, const char *file);
static inline enum role
roles_at(const struct roles *t, size_t column)
{
	return column < t->of.n ? (enum role)t->of.p[column] : ROLE_UNKNOWN;
}

#endif
