/*
 * notation.h - one year in several notations, and what a year lacks
 */
#ifndef TZ_DATE_NOTATION_H
#define TZ_DATE_NOTATION_H

#include "date/expr.h"

/* What follows the number of a full year E, which ends before I: its unit, another notation in brackets and then the unit,
 * or nothing yet: then E->open. The index behind it. */
size_t year_rest(struct datewin *w, size_t i, struct dexpr *e);

#endif
