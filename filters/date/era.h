/*
 * era.h - the Japanese eras: years counted anew from each accession
 *
 * The table is words/eras.tsv. An era's years go on behind its end, as plans
 * do that were written before it was known (平成33年 is 2021); nothing of an
 * era is before its first day. Japan's calendar is Gregorian from 1873-01-01
 * on (明治6年1月1日, Grand Council Decree 337 of 1872): what an era says about
 * earlier days is lunar, and no day here.
 */
#ifndef TZ_DATE_ERA_H
#define TZ_DATE_ERA_H

#include <stdint.h>

#include "base/buf.h"

enum { ERA_NONE = -1, ERA_FORM = 8, ERA_MAX = 64 };

/* One way to write an era: 平成, 平, H, ㍻. */
struct era_form {
	uint32_t c[ERA_FORM]; /* folded, ends with 0 */
	int era;
	int letter; /* a letter of ASCII: it may mean something else */
};

struct era {
	struct slice name;
	int first_year; /* of the Gregorian calendar: that is year 1 */
	long first_day;
	long last_day;  /* LONG_MAX: not over */
	int last; /* the highest year that is believed; beyond it digits have been fused */
};

extern struct era eras[ERA_MAX];
extern int era_count;

void eras_load(void);

/* The forms that begin with C, longest first: the first of them, or NULL; the next one behind it. */
const struct era_form *era_forms(uint32_t c);
const struct era_form *era_next(const struct era_form *f);
void era_chars(void (*fn)(uint32_t c)); /* calls FN for each character of each form */

int era_year(int era, int n);          /* the Gregorian year */
int era_on(long day);                  /* the era of a day; the later one where two share it */
long gregorian_from(void);             /* 1873-01-01 */

#endif
