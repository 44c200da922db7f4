/*
 * looks.h - what the lines of a document without a row look like
 *
 * Such a document is not passed over in silence: what it seems to be is said, and what to try. Lines count only beside
 * others like them, and only the first LOOKS_AT lines are looked at, until there is a row.
 */
#ifndef TZ_JSON_LOOKS_H
#define TZ_JSON_LOOKS_H

#include "base/buf.h"

enum { LOOKS_AT = 4096 };

enum like { LOOK_COMMAS, LOOK_SEMICOLONS, LOOK_PIPES, LOOK_COLUMNS, LOOK_TABS, LOOK_TAGS, LOOK_SORTS };

struct likeness {
	unsigned long lines;          /* that are not blank, of text of any kind */
	unsigned long n[LOOK_SORTS];  /* those that look so, in runs that are long enough */
	int cells;                    /* there are tags of a table */
	struct alike {
		unsigned long n;      /* lines so far */
		size_t like;          /* what they have in common: so many separators, or the column of a cell */
	} run[LOOK_SORTS];
};

void looks_begin(struct likeness *l); /* a document */
/* FIELD: a line of text, as it stands in its record. */
void looks_line(struct likeness *l, struct slice field);
/* True if it looks like a table. *N: how many lines look so; *SO: like what, *TRY: what may help. */
int looks_like(const struct likeness *l, unsigned long *n, const char **so, const char **try);

#endif
