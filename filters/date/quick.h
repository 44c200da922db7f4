/* quick.h - the commonest form of a date, byte by byte: 平成19年, 平成19年度, 平成19年9月, 平成19年9月28日 */
#ifndef TZ_DATE_QUICK_H
#define TZ_DATE_QUICK_H

#include "date/scan.h"

/* If 年 at byte AT belongs to such a date, and what stands around it can neither be part of it nor be said about
 * it, reads it as date_read would and returns the byte behind it. Else 0: the grammar decides. */
size_t date_quick(const struct datescan *sc, size_t at, struct date *d);

#endif
