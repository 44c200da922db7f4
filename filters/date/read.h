/*
 * read.h - one date of a text: an expression or a range, its other notation, and what is said about it
 */
#ifndef TZ_DATE_READ_H
#define TZ_DATE_READ_H

#include "date/value.h"

struct date {
	struct slice raw;
	struct dvalue v;
	struct datectx now; /* the writer's present, where the date tells it: last year (fiscal 2006) */
	size_t skip;        /* bytes behind it that are its duration, and no date */
	int silent;         /* no date, but a sign that those behind it in the sentence come again */
};

/* What the characters around a date say, before anything that stands elsewhere is looked at. */
struct datetext {
	struct dexpr first, last;
	int range;         /* from FIRST to LAST; else FIRST is all */
	size_t end;        /* the index behind it */
	size_t refused;    /* the index behind what follows it and is its duration; or 0 */
	unsigned behind;   /* flags: what is said behind it */
	int weekday;       /* that stands behind it */
	int cited, aside;  /* it tells the dates behind it nothing; it is not the writer's present */
	int event;         /* it is the date of something that is named: what follows need not be of its year */
	int hangs;         /* on other dates hangs whether it is one, or where it ends */
};

/* What stands at character I: the index behind it, or 0 if that is no date. */
size_t date_text(struct datewin *w, size_t i, struct datetext *t);
/* The date that T, at character I, is, with a second notation behind it. Returns the index behind it, or 0 if it is none. */
size_t date_finish(struct datewin *w, size_t i, struct datetext *t, const struct datelook *look, struct date *d);
/* What T means, if it does not hang on other dates, but for the raw text. BEFORE: the flags of date_before. */
void date_mean(const struct datetext *t, unsigned before, const struct datelook *look, struct date *d);

/* Another day of the month of DAY, a day, which ended before character I. The same. */
size_t date_another_day(struct datewin *w, size_t i, const struct datectx *day, struct date *d);

/* A second notation of the same date: the index behind the brackets at I, or I. E, with the value D->v, is
 * the first notation. */
size_t date_other(struct datewin *w, size_t i, const struct dexpr *e, const struct datelook *look, struct date *d);
/* True if their opening one stands there. */
int date_opens(struct datewin *w, size_t i);

/* What is said about a date before byte AT of S, where it begins, and behind character I. Flags. */
unsigned date_before(struct slice s, size_t at);
unsigned date_behind(struct datewin *w, size_t i);
int date_weekday(struct datewin *w, size_t i); /* 1 to 7; 0 if none stands there */
/* The index behind a day of the week in brackets (*WEEKDAY is set), a time, and a word like "about" (*APPROXIMATE is set). */
size_t skip_remarks(struct datewin *w, size_t i, int *approximate, int *weekday);

#endif
