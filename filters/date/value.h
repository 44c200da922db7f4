/*
 * value.h - what an expression means: an interval of days, or nothing, and why
 *
 * What is left out comes from a context: the date that was said before. The
 * rules are in tanzaku-date(1); where two readings remain, there is no value.
 */
#ifndef TZ_DATE_VALUE_H
#define TZ_DATE_VALUE_H

#include "date/expr.h"

enum ctx_kind {
	CTX_NONE,
	CTX_FISCAL, /* a fiscal year, or a part of it without a month */
	CTX_YEAR,   /* a calendar year */
	CTX_MONTH,
	CTX_DAY,
	CTX_SPAN,   /* years: it tells the era, but not the year of a month */
};

struct datectx {
	enum ctx_kind kind;
	int year, month, day;
	int era;       /* that it was written in, or ERA_NONE */
	int in_fiscal; /* a month whose year a fiscal year has told: so it will that of the next one */
	int aside;     /* what is compared with the present, and so is not it: 平成18年度に引き続き */
	enum { FROM_TEXT, FROM_OTHER, FROM_BASE } from; /* the same record, another one, -b */
};

/* What a date may lean on: the nearest date, and the writer's present, each with kind CTX_NONE if unknown. */
struct datelook {
	struct datectx near, now;
};

enum precision { BY_DAY, BY_DEKAD, BY_MONTH, BY_QUARTER, BY_HALF, BY_SEASON, BY_YEAR, BY_FISCAL_YEAR };

enum {
	FLAG_APPROXIMATE = 1,
	FLAG_UNTIL = 2,
	FLAG_FROM = 4,
	FLAG_INFERRED_ERA = 8,
	FLAG_INFERRED_YEAR = 16,
	FLAG_RELATIVE = 32,
	FLAG_UNRESOLVED = 64,
};

struct dvalue {
	int known;
	long start, end;
	enum precision precision;
	unsigned flags;
	enum fault fault;  /* why nothing is known; FAULT_NONE: there was nothing to lean on */
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

/* What a context tells: the year of a bare number of years, of a month, that 今年度 or 同年 count from. 0 if it does not. */
int bare_year(int n, const struct datectx *ctx, int *era, int *year);
int month_year(int month, const struct datectx *ctx, int *year);
int relative_year(const struct dexpr *e, const struct datectx *from, int *year);

#endif
