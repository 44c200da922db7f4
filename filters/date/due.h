/*
 * due.h - dates behind a label inside of a text: 図面を送る（担当：営業課、期限：7/12）
 *
 * The label says what the name of a column of dates would: what follows it is a date, however short.
 */
#ifndef TZ_DATE_DUE_H
#define TZ_DATE_DUE_H

#include "date/scan.h"

/* Reads the date that begins right behind a label for dates, if the anchor at byte AT, at which prose has none, is in what that
 * label says. Returns the byte behind it, or 0. */
size_t date_due(struct datescan *sc, size_t at, struct date *d);

#endif
