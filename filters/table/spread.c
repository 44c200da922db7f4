/* spread.c - names that spread over several columns; see table/spread.h */
#include "table/spread.h"

#include <string.h>

#include "base/blank.h"
#include "stream/row.h"
#include "words/columns.h"
#include "words/phrases.h"

enum { COLUMNS = 64 }; /* no wider table is looked at */

/* Of a header: the names of the first, and the fields of those below. */
struct rows {
	const struct fields *top, *low, *third;
};

static enum column
kind_of(struct slice field)
{
	return column_kind(field, (struct place){0});
}

/* Labels alone, half of them words that head columns. */
static int
is_labels(const struct slice *cell, size_t n)
{
	size_t i, words = 0;

	for (i = 0; i < n; i++) {
		enum column kind = kind_of(cell[i]);

		if (blank_field(cell[i]) || kind == COL_DATA)
			return 0;
		words += kind != COL_NONE;
	}
	return 2 * words >= n;
}

/* 目標, 実績, 目標, 実績: the cells of a row, the same ones for each of K names. */
static int
repeats(const struct fields *f, size_t k)
{
	size_t i, period = f->n / k;

	for (i = period; i < f->n; i++)
		if (!slice_eq(f->f[i], f->f[i - period]))
			return 0;
	return 1;
}

/* The kind of all cells of the second row; COL_NONE if they are of several. */
static enum column
common_kind(const struct fields *low)
{
	enum column kind = kind_of(low->f[0]);
	size_t i;

	for (i = 1; i < low->n; i++)
		if (kind_of(low->f[i]) != kind)
			return COL_NONE;
	return kind;
}

/* Can NAME stand above cells of kind BELOW? Stages stand below what has them, all else below a stage, or below a
 * name of the same kind. */
static int
can_spread(struct names *t, struct slice name, enum column below)
{

	if (below != COL_PERIOD)
		return kind_of(name) == COL_PERIOD || (below != COL_NONE && kind_of(name) == below);
	buf_clear(&t->label);
	label_fold(&t->label, name);
	return phrase_in(PHRASE_STAGE, slice_of(&t->label), (struct place){0});
}

/* Of a header's second and third rows: EACH labels of the second below each name that spreads, UNDER of the third below each of
 * those; 0: there is no third. */
struct lower_rows {
	size_t each, under;
	const struct merged *body;
};

/* Columns below the same label, or below several years, are of the same kind, if the names that are OVER spread. */
static int
agrees(const struct rows *r, const struct lower_rows *b, const unsigned char *over)
{
	const struct fields *low = b->under ? r->third : r->low;
	int years = !b->under && common_kind(low) == COL_PERIOD;
	size_t at[COLUMNS] = {0}, all = b->under ? b->each * b->under : b->each, i, j, col = 0, n = 0;

	for (i = 0; i < r->top->n; i++)
		for (j = 0; j < (over[i] ? all : 1); j++, col++)
			if (over[i] && n < COLUMNS && col < COLUMNS)
				at[n++] = col;
	for (i = 0; i < n && i < low->n; i++)
		for (j = 0; j < i; j++)
			if ((years || slice_eq(low->f[i], low->f[j])) && !merged_agree(b->body->kind[at[i]], b->body->kind[at[j]]))
				return 0;
	return 1;
}

/* The only K names, one beside the other, that can spread so. */
static int
names_agreeing(const struct rows *r, const struct lower_rows *b, unsigned char *over, size_t k)
{
	unsigned char trial[COLUMNS];
	size_t p, i, found = 0;

	for (p = 0; k < r->top->n && p + k <= r->top->n; p++) {
		for (i = 0; i < r->top->n; i++)
			trial[i] = i >= p && i < p + k;
		if (!agrees(r, b, trial))
			continue;
		if (found++)
			return 0;
		memcpy(over, trial, r->top->n);
	}
	return found == 1;
}

static void
add_below(struct buf *text, struct slice below)
{
	buf_addc(text, ' ');
	buf_adds(text, below);
}

/* The names of both rows, or of all three: EACH of the second row below each name that spreads, and below each of
 * those UNDER of the third. */
static void
put_together(struct buf *text, const struct rows *r, const unsigned char *over, size_t each, size_t under)
{
	size_t i, j, next = 0, all = under ? each * under : each;

	for (i = 0; i < r->top->n; i++)
		for (j = 0; j < (over[i] ? all : 1); j++) {
			buf_addc(text, '\t');
			buf_adds(text, r->top->f[i]);
			if (!over[i])
				continue;
			add_below(text, r->low->f[under ? next / under : next]);
			if (under)
				add_below(text, r->third->f[next]);
			next++;
		}
}

static enum spread
unclear(struct names *t, size_t cols)
{
	struct buf text = {0};
	size_t i;

	for (i = 0; i < cols; i++)
		buf_addc(&text, '\t');
	names_take(t, &text);
	return SPREAD_UNCLEAR;
}

/* Which names of the first row spread over the second: how many. */
static size_t
names_over(struct names *t, const struct rows *r, unsigned char *over)
{
	enum column below = common_kind(r->low);
	size_t i, found = 0;

	for (i = 0; i < r->top->n; i++)
		found += over[i] = (unsigned char)can_spread(t, r->top->f[i], below);
	return found;
}

/* The same by the figures in the columns below. A total spreads over nothing. */
static int
names_above(unsigned char *over, const struct rows *r, const struct merged *body, size_t k)
{
	size_t i, n1 = r->top->n, from = 0;
	uint64_t totals = 0;

	for (i = 0; i < n1 && i < COLUMNS; i++)
		totals |= (uint64_t)(phrase_in(PHRASE_TOTAL, r->top->f[i], (struct place){0}) != 0) << i;
	if (merged_places(body, n1, r->low->n, k, totals, &from) != 1)
		return 0;
	for (i = 0; i < n1; i++)
		over[i] = i >= from && i < from + k;
	return 1;
}

int
spread_may_be(const struct rec *r)
{
	const struct row *row = rec_row(r);

	return is_labels(row->cell, row->n);
}

enum spread
spread_header(struct names *t, struct held *second, size_t cols, const struct merged *body, int shaped)
{
	struct rows r = {names_fields(t), held_fields(second), NULL};
	size_t n1 = r.top->n, n2 = r.low->n, k;
	unsigned char over[COLUMNS] = {0};
	struct buf text = {0};
	struct lower_rows b;

	k = n1 + n2 - cols; /* names that spread */
	if (cols > COLUMNS || cols <= n1 || cols >= n1 + n2 || n2 < 2 * k || n2 % k || !(shaped || is_labels(r.low->f, n2)))
		return SPREAD_NONE;
	b = (struct lower_rows){n2 / k, 0, body};
	if (!(shaped && names_above(over, &r, body, k)) && !names_agreeing(&r, &b, over, k) &&
	    (names_over(t, &r, over) != k || !repeats(r.low, k)))
		return unclear(t, cols);
	if (!agrees(&r, &b, over))
		return unclear(t, cols);
	put_together(&text, &r, over, n2 / k, 0);
	names_take(t, &text);
	return SPREAD_NAMED;
}

/* No cell of the third row is empty, or a value. */
static int
may_be_names(const struct fields *f)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (blank_field(f->f[i]) || kind_of(f->f[i]) == COL_DATA)
			return 0;
	return 1;
}

enum spread
spread_rows(struct names *t, struct held *second, struct held *third, size_t cols, const struct merged *body, int shaped)
{
	struct rows r = {names_fields(t), held_fields(second), held_fields(third)};
	size_t n1 = r.top->n, n2 = r.low->n, n3 = r.third->n, k;
	unsigned char over[COLUMNS] = {0};
	struct buf text = {0};
	struct lower_rows b;

	if (cols > COLUMNS || cols <= n1 || cols + 2 > n1 + n2 + n3 || n2 < 2 || !(shaped || is_labels(r.low->f, n2)) || !(shaped || may_be_names(r.third)))
		return SPREAD_NONE;
	k = n1 + n3 > cols ? n1 + n3 - cols : 0; /* names that spread, where all of the second row do, too */
	if (k && n2 % k == 0 && n3 % n2 == 0 && n3 > n2) {
		struct rows flat = {r.top, r.third, NULL};
		int same = repeats(r.third, n2) && repeats(r.low, k);

		b = (struct lower_rows){n2 / k, n3 / n2, body};
		if (((same && (names_agreeing(&r, &b, over, k) || names_over(t, &r, over) == k)) || (shaped && names_above(over, &flat, body, k))) &&
		    agrees(&r, &b, over)) {
			put_together(&text, &r, over, n2 / k, n3 / n2);
			names_take(t, &text);
			return SPREAD_NAMED;
		}
	}
	return shaped || is_labels(r.third->f, n3) ? unclear(t, cols) : SPREAD_NONE;
}
