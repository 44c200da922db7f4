/*
 * dateread.h - one date of a text: an expression or a range, its other notation, and what is said about it
 */
#ifndef TZ_DATEREAD_H
#define TZ_DATEREAD_H

#include "datevalue.h"

struct date {
	struct slice raw;
	struct dvalue v;
	struct datectx now; /* the writer's present, where the date tells it: 昨年度（平成18年度） */
};

/* Reads the date at character I. Returns the index behind it, or 0 if none is there. */
size_t date_read(struct datewin *w, size_t i, const struct datelook *look, struct date *d);

/* Another day of the month of DAY, a day, which ended before character I: 9月28日、29日. The same. */
size_t date_another_day(struct datewin *w, size_t i, const struct datectx *day, struct date *d);

/* What surrounds a date at [FROM, TO): 頃, まで, から, ～. Flags. */
unsigned date_qualifiers(struct datewin *w, size_t from, size_t to);
/* The index behind a day of the week in brackets, and behind 頃 (then *APPROXIMATE is set). */
size_t skip_remarks(struct datewin *w, size_t i, int *approximate);

#endif
