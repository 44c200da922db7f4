/*
 * spread.h - the second row of a header that a browser has copied
 *
 *	施策名	実施年度	評価
 *	前期	後期
 *	灯台の公開	○	△	A
 *
 * A name that spreads over several columns is one cell there, and the second
 * row has cells below such names only. How many there are is known from the
 * rows below; which ones, from what they say. A third row may stand below:
 *
 *	施策名	評価	備考
 *	令和5年度	令和6年度
 *	県	市町	県	市町
 */
#ifndef TZ_TABLE_SPREAD_H
#define TZ_TABLE_SPREAD_H

#include "table/merged.h"
#include "table/names.h"

enum spread {
	SPREAD_NONE,   /* it is no second row of that header */
	SPREAD_NAMED,
	SPREAD_UNCLEAR /* it is; but nothing says which names spread */
};

/* SECOND stands below the header of names T, and above rows of COLS cells, which are BODY. Puts the names of both rows into T, or
 * COLS empty ones if it is not clear how they go together. SHAPED: the shape of both rows shows them to be a header, whatever
 * their words. */
enum spread spread_header(struct names *t, struct held *second, size_t cols, const struct merged *body, int shaped);
/* The same with a third row. */
enum spread spread_rows(struct names *t, struct held *second, struct held *third, size_t cols, const struct merged *body, int shaped);
/* False if R is no second row of any header. */
int spread_may_be(const struct rec *r);

#endif
