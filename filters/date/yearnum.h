/*
 * yearnum.h - the number of a year and its unit: of the Gregorian calendar, or of an era
 */
#ifndef TZ_DATE_YEARNUM_H
#define TZ_DATE_YEARNUM_H

#include "date/expr.h"

/* What makes a year of the number before I: the index behind it, or 0. Says in E whether it makes a fiscal one. */
size_t date_year_unit(struct datewin *w, size_t i, struct dexpr *e);
/* Behind I stands what makes the number and unit before it, of UNITS (IN_YEARS …), a duration or a count. */
int is_count(struct datewin *w, size_t i, int units);
/* True where a word of SET ends before character I, with at most one blank between. */
int stands_before(struct datewin *w, size_t i, struct wordset set);
/* PREV, before I, joins what is there to what stands before; behind a word of ideographs a solidus does not. */
int is_joined(struct datewin *w, size_t i, uint32_t prev);

/* Each returns the index behind what stands at I, or 0. */
/* An era, and how it was written. *SPACED: blanks stand in it. */
size_t era_name(struct datewin *w, size_t i, const struct era_form **form, int *spaced);
/* The number of a year of an era; blanks stand between its digits only where they stand around it as well: BEFORE it 1, or 2
 * in the era's name, too. */
size_t era_number(struct datewin *w, size_t i, int era, int before, struct dexpr *e);
/* The number of a Gregorian year, of four digits. */
size_t ad_number(struct datewin *w, size_t i, struct dexpr *e);

#endif
