/*
 * expr.h - what one expression says, before anything is inferred
 *
 * An expression is read whole or not at all: where a part of it is not
 * understood, it has a fault, and all of it is the raw text of a date that
 * nothing is known about.
 */
#ifndef TZ_DATE_EXPR_H
#define TZ_DATE_EXPR_H

#include "date/era.h"
#include "date/num.h"
#include "date/win.h"

enum year_kind {
	YEAR_NONE,     /* September: the year is left out */
	YEAR_AD,       /* 2007 */
	YEAR_ERA,      /* Heisei 19 */
	YEAR_BARE,     /* the year 19: the era is left out */
	YEAR_SHORT,    /* '07: the century is left out */
	YEAR_RELATIVE, /* this year, the next month, the same day */
};

enum part { PART_YEAR, PART_HALF, PART_QUARTER, PART_SEASON, PART_MONTH, PART_DEKAD, PART_WEEK, PART_DAY };

enum edge { EDGE_NONE, EDGE_FIRST, EDGE_LAST }; /* as edge in dates.tsv */

enum fault {
	FAULT_NONE,
	FAULT_PLACEHOLDER,
	FAULT_GARBLED,
	FAULT_IMPOSSIBLE,
	FAULT_LUNAR,
	FAULT_CONFLICT,
	FAULT_AMBIGUOUS,
	FAULT_RECURRING, /* not one date: it comes again */
};

struct dexpr {
	enum year_kind kind;
	int year;        /* AD: the year; ERA, BARE, SHORT: the number; RELATIVE: the offset */
	int era;         /* of YEAR_ERA, or that a second notation has given */
	int letter;      /* the era was one letter */
	int padded;      /* the number began with 0 */
	int near;        /* RELATIVE: counts from the date before, not from the writer's present */
	int unit;        /* RELATIVE: what the offset counts, UNIT_YEAR … */
	int within;      /* RELATIVE: a part of the present, without a word for which: the end of the year */
	int fiscal;      /* a fiscal year */
	int unsure;      /* it may be no date at all: 14.8.5 */
	int open;        /* no unit behind the last number yet */
	int unitless;    /* years as mere numbers, R5, 2024: of the calendar or fiscal ones */
	int comps;       /* written as so many numbers with separators; 0: with units */
	int kanji;       /* its month is written in ideographs, as laws have it */
	enum part part;
	int n;           /* which half, quarter or season, from 1 */
	int month, dekad, dekad_last, day;
	enum edge edge;
	int weekday;     /* 1 (Monday) to 7; 0 if none is said */
	int approximate;
	int silent;      /* nothing but a sign that what follows comes again */
	enum fault fault;
};

/* The expression at character I; returns the index behind it, or 0 if there is none. */
size_t date_expr(struct datewin *w, size_t i, struct dexpr *e);
/* The second half of a range whose first half is FIRST: may leave out what that has said. */
size_t date_rest(struct datewin *w, size_t i, const struct dexpr *first, struct dexpr *e);
/* Of a number and a year's unit that nothing understands, at or before I, with a month behind it: the index behind it,
 * and in *FROM where it begins. */
size_t date_unread(struct datewin *w, size_t i, size_t *from, struct dexpr *e);

/* For the parts of the grammar only. */
size_t date_year(struct datewin *w, size_t i, struct dexpr *e); /* a year in one of its notations */
size_t date_part(struct datewin *w, size_t i, struct dexpr *e); /* what follows a year; I itself if nothing does */
size_t date_in_month(struct datewin *w, size_t i, struct dexpr *e); /* what follows a month; I itself */
size_t date_span(struct datewin *w, size_t i, struct dexpr *e); /* a half, a quarter; 0 */
size_t date_edge(struct datewin *w, size_t i, struct dexpr *e); /* its last day; 0 */
size_t date_letter_part(struct datewin *w, size_t i, struct dexpr *e); /* Q3, H1; 0 */
size_t date_season(struct datewin *w, size_t i, struct dexpr *e); /* 0 */
/* An edge, or what the interval says already, 中; I itself if neither is there. */
size_t date_edge_or_within(struct datewin *w, size_t i, struct dexpr *e);
/* The word at I that names an edge or says what the interval says already. */
size_t date_edge_or_like(struct datewin *w, size_t i, const struct word **word);
size_t date_numeric(struct datewin *w, size_t i, struct dexpr *e); /* what follows 19 in H19.9.28 */
size_t date_relative(struct datewin *w, size_t i, struct dexpr *e);
size_t date_placeholder(struct datewin *w, size_t i, struct dexpr *e);
size_t date_month(struct datewin *w, size_t i, struct dexpr *e); /* a month and what is in it; 0 */
size_t date_recurring(struct datewin *w, size_t i, struct dexpr *e);
size_t date_short(struct datewin *w, size_t i, struct dexpr *e); /* what is a date in a column of dates only */

/* The character before C, which stands before I, where that can be told without a look back; else C itself. */
static inline uint32_t
before_sign(struct datewin *w, size_t i, uint32_t c)
{
	return i > 1 ? win(w, i - 2) : i == 1 && w->before ? w->before : c;
}

static inline int
is_hole(uint32_t c)
{
	return char_is(c, DC_HOLE) != 0;
}

/* Nothing but signs parts I from the date before. */
static inline int
is_behind_date(struct datewin *w, size_t i)
{
	return w->done && win_prev(w, i) == 0;
}

static inline size_t
one_month(struct datewin *w, size_t i)
{
	return win_is(w, i, WORDS1(W_MONTH));
}

static inline size_t
one_day(struct datewin *w, size_t i)
{
	return win_is(w, i, WORDS1(W_DAY));
}

size_t range_dash(struct datewin *w, size_t i); /* the index behind a dash or tilde; 0 */
/* The separator of numbers at I, with blanks around a full stop: the index behind it, or 0. */
size_t date_separator(struct datewin *w, size_t i, uint32_t *separator);
/* True if a number or a word goes on at I, so that the numbers before it are no date. */
int goes_on(struct datewin *w, size_t i, uint32_t separator);

#endif
