/*
 * value.h - what an expression means: an interval of days, or nothing, and why
 *
 * What is left out comes from elsewhere: see date/look.h. Where two readings
 * remain there is no value, and the readings are told as candidates.
 */
#ifndef TZ_DATE_VALUE_H
#define TZ_DATE_VALUE_H

#include "date/cal.h"
#include "date/expr.h"
#include "date/look.h"

enum precision {
	BY_DAY, BY_DEKAD, BY_MONTH, BY_QUARTER, BY_HALF, BY_SEASON, BY_YEAR, BY_FISCAL_YEAR,
	/* no interval, and nothing unresolved either */
	BY_DURATION, BY_RECURRENCE, NOT_FIXED
};

enum {
	FLAG_APPROXIMATE = 1,
	FLAG_UNTIL = 2,
	FLAG_FROM = 4,
	FLAG_INFERRED_ERA = 8,
	FLAG_INFERRED_YEAR = 16,
	FLAG_RELATIVE = 32,
	FLAG_SENTINEL = 64, /* a last day that stands for none: 9999-12-31 */
	FLAG_WEEKDAY = 128, /* the day of the week that is said is another one */
	FLAG_ERA_OVER = 256, /* the era had ended before: 昭和65年 */
	FLAG_UNRESOLVED = 512,
};

enum { CANDIDATES = 4 };

struct interval {
	long start, end;
};

struct dvalue {
	int known;
	long start, end;
	enum precision precision; /* if known, or one of those without an interval */
	unsigned flags;
	enum fault fault;  /* why nothing is known; FAULT_NONE: there was nothing to lean on */
	struct interval candidate[CANDIDATES]; /* where it is ambiguous: what it may be */
	int candidates;
	struct datectx as; /* what it is for the dates behind it */
};

void date_value(const struct dexpr *e, const struct datelook *look, struct dvalue *v);
/* The value of FIRST to LAST. */
void range_value(const struct dexpr *first, const struct dexpr *last, const struct datelook *look, struct dvalue *v);

/* The context that DAY, written by nobody, is. */
struct datectx ctx_of_day(long day);

/* The value of E in the calendar or fiscal year YEAR. */
void value_in_year(const struct dexpr *e, int year, int era, struct dvalue *v);
void value_null(struct dvalue *v, enum fault fault);
/* Compares a day with the day of the week that is said (0: none). */
void value_weekday(struct dvalue *v, int weekday);
/* No interval, but understood: a duration, a recurrence, not fixed. */
void value_without(struct dvalue *v, enum precision precision);
/* Adds what else the value may be, the interval of OTHER. */
void value_candidate(struct dvalue *v, const struct dvalue *other);

/* A month or a day without its year, from what LOOK knows. */
void infer_month(const struct dexpr *e, const struct datelook *look, struct dvalue *v);
/* A year without its era. */
void infer_bare(const struct dexpr *e, const struct datelook *look, struct dvalue *v);
/* What counts from another date. */
void infer_relative(const struct dexpr *e, const struct datelook *look, struct dvalue *v);

#endif
