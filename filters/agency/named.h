/*
 * named.h - who is named in a field, as annotations that wait; what was found in one is kept for when it comes again
 */
#ifndef TZ_AGENCY_NAMED_H
#define TZ_AGENCY_NAMED_H

#include "agency/label.h"
#include "base/memo.h"
#include "stream/added.h"

/* Starts as {0}, but for the kind of what is found. */
struct named {
	struct added found;  /* in the text record last passed */
	int ministries;      /* the document has named one in full: others may be expected */
	int bad_utf8;        /* a field was not UTF-8 */
	struct memo memo;
	struct buf lines, text, plain; /* where one field is worked on */
};

/* Finds the names in FIELD of R: all that it lists where H says that it is to, else those in its labels. COLUMN from 1; 0: it is
 * in none. */
APART void named_see(struct named *d, const struct agencies *a, struct slice field, size_t column, enum agency_header h, struct place at);

#endif
