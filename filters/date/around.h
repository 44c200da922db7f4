/*
 * around.h - the date that an anchor is part of, wherever it begins
 *
 * The grammar is asked about the text around each anchor, and that text comes
 * again and again. What it has said is kept.
 */
#ifndef TZ_DATE_AROUND_H
#define TZ_DATE_AROUND_H

#include "date/scan.h"

/* Reads the date that the anchor at byte AT is part of. Returns the byte behind it, or 0 if there is none. */
size_t date_around(const struct datescan *sc, size_t at, struct date *d);
/* Reads the date that begins at byte AT. The same. */
size_t date_at(const struct datescan *sc, size_t at, struct date *d);

#endif
