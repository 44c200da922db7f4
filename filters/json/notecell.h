/*
 * notecell.h - the annotations whose JSON depends on nothing but their fields and the name of the column
 */
#ifndef TZ_JSON_NOTECELL_H
#define TZ_JSON_NOTECELL_H

#include "json/notes.h"

static inline int
notecell_is(enum kind k)
{
	return (1U << k & (1U << K_STATUS | 1U << K_DATE | 1U << K_AGENCY)) != 0;
}

/* notes_add of such a one. */
int notecell_add(struct notes *n, const struct rec *r, struct cols *cols);

#endif
