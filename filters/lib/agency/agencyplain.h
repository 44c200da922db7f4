/*
 * agencyplain.h - fields that a few looks show to hold no label, a fifth of the work of looking closely
 *
 * They are one line, that begins and ends with a letter (but for 。 and ・),
 * and has no colon near its start: so are most.
 */
#ifndef TZ_AGENCYPLAIN_H
#define TZ_AGENCYPLAIN_H

#include "buf.h"

enum {
	LABEL_HEAD = 40,   /* bytes of a line in which the colon of 担当府省庁： stands */
	LABEL_SHORTEST = 4 /* bytes of a line with a label: a colon or a bracket of three, and a letter */
};

/* True if FIELD, as it stands in a record, is such a one. HAS: what it may hold, of row.h. */
int agency_plain(struct slice field, unsigned has);

static inline int
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

#endif
