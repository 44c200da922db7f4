/*
 * role.h - what a column of a table is
 *
 * One decision a column, made by tanzaku-table from its name and its cells, and
 * told to all by a `roles` record: see tanzaku(5). Those who read a table ask
 * cols_role() of cols.h.
 */
#ifndef TZ_STREAM_ROLE_H
#define TZ_STREAM_ROLE_H

#include "base/buf.h"

enum role {
	ROLE_UNKNOWN,    /* or not told */
	ROLE_NUMBER,     /* what numbers or names the row: 1, A-3, #12 */
	ROLE_TITLE,      /* what the row is about, in a few words */
	ROLE_TEXT,       /* words about it: contents, reasons, results */
	ROLE_STATUS,     /* how far it is, or how good: a mark or a word */
	ROLE_DEADLINE,   /* the time by which it is to be done */
	ROLE_PERIOD,     /* any other time: a day, a span, a year */
	ROLE_OWNER,      /* who answers for it: offices, persons, roles */
	ROLE_AMOUNT,     /* a figure with or without a unit */
	ROLE_PERCENTAGE,
	ROLE_PRIORITY,   /* high, middle, low */
	ROLE_NOTE,
	ROLE_LEGEND,     /* what marks mean */
	ROLES
};

/* As tanzaku(5) and the JSON write it. */
const char *role_name(enum role role);
/* The role with that name; ROLES if there is none. */
enum role role_named(struct slice name);

#endif
