/*
 * read.h - one date of a text: an expression or a range, its other notation, and what is said about it
 */
#ifndef TZ_DATE_READ_H
#define TZ_DATE_READ_H

#include "date/value.h"

struct date {
	struct slice raw;
	struct dvalue v;
	struct datectx now; /* the writer's present, where the date tells it: 昨年度（平成18年度） */
};

/* What the characters around a date say, before anything that stands elsewhere is looked at. */
struct datetext {
	struct dexpr first, last;
	int range;         /* from FIRST to LAST; else FIRST is all */
	size_t end;        /* the index behind it */
	unsigned behind;   /* flags: what is said behind it */
	int cited, aside;  /* it tells the dates behind it nothing; it is not the writer's present */
	int hangs;         /* on other dates hangs whether it is one, or where it ends */
};

/* Reads the date at character I. Returns the index behind it, or 0 if none is there. */
size_t date_read(struct datewin *w, size_t i, const struct datelook *look, struct date *d);
/* The parts of it: what stands there; and, if that does not hang on other dates, what it means, but for the raw text.
 * BEFORE: the flags of date_before. */
size_t date_text(struct datewin *w, size_t i, struct datetext *t);
void date_mean(const struct datetext *t, unsigned before, const struct datelook *look, struct date *d);

/* Another day of the month of DAY, a day, which ended before character I: 9月28日、29日. The same. */
size_t date_another_day(struct datewin *w, size_t i, const struct datectx *day, struct date *d);

/* 2007年9月28日（平成19年9月28日）, 昨年度（平成18年度）: the index behind the brackets at I, or I. E, with the value D->v, is
 * the first notation. */
size_t date_other(struct datewin *w, size_t i, const struct dexpr *e, const struct datelook *look, struct date *d);
/* True if their opening one stands there. */
int date_opens(struct datewin *w, size_t i);

/* What is said about a date before byte AT of S, where it begins, and behind character I: 頃, まで, から, ～. Flags. */
unsigned date_before(struct slice s, size_t at);
unsigned date_behind(struct datewin *w, size_t i);
/* The index behind a day of the week in brackets, and behind 頃 (then *APPROXIMATE is set). */
size_t skip_remarks(struct datewin *w, size_t i, int *approximate);

#endif
