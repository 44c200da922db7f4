/*
 * shift.h - a day that is counted from a date (の翌日, の10日前), and a week of a month or a year (第3週, 最終金曜日)
 *
 * Which day that is is not worked out: it is another one than the date before it, which must not stand for it.
 */
#ifndef TZ_DATE_SHIFT_H
#define TZ_DATE_SHIFT_H

#include "date/expr.h"

/* Behind E, which ends before I: the index behind what makes another day of it, or 0. */
size_t date_shift(struct datewin *w, size_t i, const struct dexpr *e);

#endif
