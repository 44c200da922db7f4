/* cal.c - the Gregorian calendar; see date/cal.h */
#include "date/cal.h"

/* A year that begins in March ends with its leap day, so that days before a month follow one
 * straight line: 153 days in each five months from March on. */
long
day_of(int year, int month, int day)
{
	long y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

void
day_split(long number, int *year, int *month, int *day)
{
	long n = number + 719468, era = n / 146097, in_era = n % 146097; /* 400 years have 146097 days */
	long y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	long in_year = in_era - (365 * y + y / 4 - y / 100), m = (5 * in_year + 2) / 153;

	*day = (int)(in_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(400 * era + y + (*month <= 2));
}

static int
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
month_days(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

int
day_exists(int year, int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= month_days(year, month);
}

int
day_of_week(long number)
{
	long day = (number + 3) % 7; /* day 0 was a Thursday */

	return (int)(day < 0 ? day + 7 : day) + 1;
}

int
fiscal_year(int year, int month)
{
	return month >= FISCAL_MONTH ? year : year - 1;
}

static void
put(char *to, int digits, int n)
{
	for (; digits; n /= 10)
		to[--digits] = (char)('0' + n % 10);
}

void
day_iso(char to[ISO_DAY], long number)
{
	int year, month, day;

	day_split(number, &year, &month, &day);
	put(to, 4, year);
	to[4] = to[7] = '-';
	put(to + 5, 2, month);
	put(to + 8, 2, day);
}

/* N digits at P; -1 if something else is among them. */
static int
get(const char *p, int n)
{
	int v = 0;

	for (; n; n--, p++) {
		if (*p < '0' || *p > '9')
			return -1;
		v = 10 * v + (*p - '0');
	}
	return v;
}

int
iso_day(const char *p, long *number)
{
	int year, month, day, i;

	for (i = 0; i < ISO_DAY; i++)
		if (!p[i])
			return 0;
	year = get(p, 4);
	month = get(p + 5, 2);
	day = get(p + 8, 2);
	if (p[ISO_DAY] || p[4] != '-' || p[7] != '-' || year < 1 || !day_exists(year, month, day))
		return 0;
	*number = day_of(year, month, day);
	return 1;
}
