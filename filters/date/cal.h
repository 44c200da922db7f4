/*
 * cal.h - the Gregorian calendar, and the Japanese fiscal year in it
 *
 * A day is its number in the proleptic Gregorian calendar, 1970-01-01 being
 * 0, so that the days of an interval compare as numbers do.
 */
#ifndef TZ_DATE_CAL_H
#define TZ_DATE_CAL_H

enum { ISO_DAY = 10, FISCAL_MONTH = 4 };

long day_of(int year, int month, int day);
void day_split(long number, int *year, int *month, int *day);
int month_days(int year, int month); /* MONTH 1 to 12 */
int day_exists(int year, int month, int day);
/* 1 (Monday) to 7. */
int day_of_week(long number);
/* The fiscal year that a month belongs to: from April to March (Public Finance Act, article 11). */
int fiscal_year(int year, int month);

/* ISO 8601, ten bytes: 2007-09-28. No NUL. */
void day_iso(char to[ISO_DAY], long number);
/* Ten bytes of ISO 8601 at P, which end there, to *NUMBER; 0 if they are no day. */
int iso_day(const char *p, long *number);

#endif
