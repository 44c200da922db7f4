/* infer.c - what a context tells about the year of a date that does not say it; see date/value.h */
#include <stdlib.h>

#include "date/cal.h"
#include "date/value.h"

enum { BARE_WINDOW = 10 };

int
bare_year(int n, const struct datectx *ctx, int *era, int *year)
{
	int i, distance;

	if (ctx->kind == CTX_NONE || ctx->era == ERA_NONE || n < 1 || n > eras[ctx->era].last)
		return 0;
	*era = ctx->era;
	*year = era_year(*era, n);
	distance = abs(*year - ctx->year);
	if (distance > BARE_WINDOW)
		return 0;
	for (i = 0; i < era_count; i++)
		if (eras[i].first_day != eras[*era].first_day && n <= eras[i].last && abs(era_year(i, n) - ctx->year) <= distance)
			return 0;
	return 1;
}

/* The year of a month that has none. Behind a date of the same cell or record the text goes forward, so that an
 * earlier month may be the next year's: that is not decided. Seen from another record, months are in the
 * year of the report: the calendar year and the fiscal year have to agree. Of the base date both will do. */
int
month_year(int month, const struct datectx *ctx, int *year)
{
	int in_fiscal = ctx->kind == CTX_FISCAL || ctx->in_fiscal;
	int fiscal = ctx->kind == CTX_FISCAL ? ctx->year : fiscal_year(ctx->year, ctx->month);
	int agree, forward = month >= ctx->month;

	if (month < FISCAL_MONTH)
		fiscal++;
	*year = in_fiscal ? fiscal : ctx->year;
	if (in_fiscal || ctx->kind == CTX_YEAR)
		return 1;
	agree = fiscal == *year;
	if (ctx->kind == CTX_SPAN)
		return 0;
	return ctx->from == FROM_TEXT ? forward : ctx->from == FROM_OTHER ? agree : agree || forward;
}

/* The year that 同年, 今年度, 年内 and the like count from; 0 if the context does not tell it. */
int
relative_year(const struct dexpr *e, const struct datectx *from, int *year)
{
	*year = from->year;
	if (from->kind == CTX_SPAN)
		return 0;
	if (e->fiscal) {
		if (from->kind == CTX_MONTH || from->kind == CTX_DAY)
			*year = fiscal_year(from->year, from->month);
		return from->kind != CTX_YEAR;
	}
	if (from->kind != CTX_FISCAL)
		return 1;
	/* a calendar year, seen from a fiscal one: the one that it began in, where no other can be meant */
	if (e->anchor == FROM_NOW)
		return 0;
	return e->year == 1 ? 1 : e->year == 0 && (!e->month || e->month >= FISCAL_MONTH);
}
