/*
 * expr.h - what one expression says, before anything is inferred
 */
#ifndef TZ_DATE_EXPR_H
#define TZ_DATE_EXPR_H

#include "date/win.h"
#include "date/era.h"

enum year_kind {
	YEAR_NONE,     /* 9月末 */
	YEAR_AD,       /* 2007年 */
	YEAR_ERA,      /* 平成19年 */
	YEAR_BARE,     /* 19年度: the era is left out */
	YEAR_SHORT,    /* '07: the century is left out */
	YEAR_RELATIVE, /* 今年度, 翌年, 同月, 年内 */
};

/* What a relative year or month counts from. */
enum anchor {
	FROM_NOW,     /* the writer's present: 今年, 来年度, 昨年 */
	FROM_NEAREST, /* a date said before: 同年, 翌年度, 年内 */
};

enum part { PART_YEAR, PART_HALF, PART_QUARTER, PART_SEASON, PART_MONTH, PART_DEKAD, PART_DAY };

enum edge { EDGE_NONE, EDGE_FIRST, EDGE_LAST }; /* 年度当初, 月末 */

enum fault { FAULT_NONE, FAULT_PLACEHOLDER, FAULT_GARBLED, FAULT_IMPOSSIBLE, FAULT_LUNAR, FAULT_CONFLICT,
	FAULT_AMBIGUOUS, FAULT_RECURRING };

struct dexpr {
	enum year_kind kind;
	int year;        /* AD: the year; ERA, BARE, SHORT: the number; RELATIVE: the offset */
	int era;         /* of YEAR_ERA, or that a second notation has given */
	int letter;      /* the era was one letter */
	int padded;      /* the number began with 0 */
	enum anchor anchor;
	int by_month;    /* RELATIVE: the offset is in months: 翌月 */
	int by_day;      /* 翌日 */
	int fiscal;      /* 年度 */
	int unsure;      /* it may be no date at all: 14.8.5 */
	int open;        /* no unit behind the last number yet: 平成18 of 平成18～20年度 */
	enum part part;
	int n;           /* which half, quarter or season, from 1 */
	int month, dekad, dekad_last, day;
	enum edge edge;
	int approximate;
	enum fault fault;
};

/* The expression at character I; returns the index behind it, or 0 if there is none. */
size_t date_expr(struct datewin *w, size_t i, struct dexpr *e);
/* The second half of a range whose first half is FIRST: may leave out what that has said. */
size_t date_rest(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e);

/* For the parts of the grammar only. */
size_t date_year(struct datewin *w, size_t i, struct dexpr *e); /* 平成19年, 2007（平成19）年度, 今年 */
size_t date_part(struct datewin *w, size_t i, struct dexpr *e); /* 9月末, 上半期, 末; I itself if none */
size_t date_in_month(struct datewin *w, size_t i, struct dexpr *e); /* 28日, 上旬, 末, behind the month; I itself */
size_t date_span(struct datewin *w, size_t i, struct dexpr *e); /* 上半期, 第3四半期; 0 */
size_t date_numeric(struct datewin *w, size_t i, struct dexpr *e); /* what follows 19 in H19.9.28 */
size_t date_relative(struct datewin *w, size_t i, struct dexpr *e);
size_t date_placeholder(struct datewin *w, size_t i, struct dexpr *e);
size_t date_month(struct datewin *w, size_t i, struct dexpr *e); /* 9月…; 0 */
static inline int
is_hole(uint32_t c)
{
	return char_is(c, DC_HOLE) != 0;
}

size_t range_dash(struct datewin *w, size_t i); /* the index behind a dash or tilde; 0 */

#endif
