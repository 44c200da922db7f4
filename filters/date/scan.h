/*
 * scan.h - the dates of a text, one after another
 *
 * Nearly all text is no date. A date holds a unit of years, months or terms, or
 * digits around a separator: only where these stand is anything decoded. In a
 * column of dates every character may begin one.
 */
#ifndef TZ_DATE_SCAN_H
#define TZ_DATE_SCAN_H

#include "base/pairs.h"
#include "date/ctx.h"
#include "date/read.h"
#include "stream/rec.h"
#include "words/labelled.h"

/* The anchors of a row, found while it was cut: a second time through its bytes took a tenth of all that is done to
 * a document behind table. */
struct anchors {
	struct places found;
	size_t next; /* none of those before is asked for any more */
};

struct datescan {
	struct slice s; /* well-formed UTF-8 */
	const struct ctx *ctx;
	size_t from;    /* no anchor is before it that was not tried */
	int in_month;   /* the last date was a day: another day of its month may follow */
	size_t done;    /* where the last date ended: the next one does not begin before it */
	enum date_column every; /* of the column whose cell S is */
	int recurs;     /* the sentence is about what comes again */
	int marks;      /* signs of that, found so far, without a date */
	size_t ticked, ticks; /* backticks up to there, and how many */
	struct datelabels {
		int begun;
		size_t next;       /* the next one is not before that byte */
		struct labelled v; /* the last one */
	} labels;       /* in it, as far as somebody has asked: date/due.h */
	struct anchors *row; /* S is a piece of a row whose anchors these are; or NULL */
};

/* Cuts the row R, and finds its anchors. */
void anchors_of_row(const struct rec *r, struct anchors *a);
/* False if there is none in it, up to END. */
static inline int
row_may_have_anchor(const struct anchors *a, const char *end)
{
	return a->found.n || a->found.to + 1 < end;
}
/* As date_anchor, for a piece S of that row. No piece before it is asked for any more. */
size_t anchor_in_row(struct anchors *a, struct slice s, size_t from);

/* Where the first such place at or after byte FROM is; s.n if there is none. S may be ill-formed. */
size_t date_anchor(struct slice s, size_t from);

/* The next date, which leans on what stands before it (date/ctx.h); 0 if there is none. */
int date_next(struct datescan *sc, struct date *d);

#endif
