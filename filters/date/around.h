/*
 * around.h - the date that an anchor is part of, wherever it begins
 *
 * The grammar is asked about the text around each anchor, and that text comes
 * again: 年度内に, 前年度の, 期待される. What it has said is kept.
 */
#ifndef TZ_DATE_AROUND_H
#define TZ_DATE_AROUND_H

#include "date/scan.h"

/* Reads the date that the anchor at byte AT is part of. Returns the byte behind it, or 0 if there is none. */
size_t date_around(const struct datescan *sc, size_t at, struct date *d);

#endif
