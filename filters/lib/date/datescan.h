/*
 * datescan.h - the dates of a text, one after another
 *
 * Nearly all text is no date. A date holds 年, 月 or 期, or digits around a
 * separator: only where these stand is anything decoded.
 */
#ifndef TZ_DATESCAN_H
#define TZ_DATESCAN_H

#include "dateread.h"

struct datescan {
	struct slice s; /* well-formed UTF-8 */
	size_t from;    /* no anchor is before it that was not tried */
	int in_month;   /* the last date was a day: another day of its month may follow */
	size_t done;    /* where the last date ended: the next one does not begin before it */
};

/* Where the first such place at or after byte FROM is; s.n if there is none. S may be ill-formed. */
size_t date_anchor(struct slice s, size_t from);

/* The next date, which leans on what stands before it (datectx.h); 0 if there is none. */
int date_next(struct datescan *sc, struct date *d);

#endif
