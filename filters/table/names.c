/* names.c - what the columns of a table are called; see table/names.h */
#include "table/names.h"

#include <string.h>

#include "base/blank.h"
#include "base/quote.h"
#include "stream/row.h"
#include "table/looks.h"
#include "words/columns.h"
#include "base/utf8.h"

static struct rec
as_rec(const struct buf *fields)
{
	struct slice text = slice_of(fields);

	return (struct rec){.raw = text, .kind = K_NAMES, .rest = {text.p + 1, text.n - 1}};
}

struct rec
names_rec(const struct names *t)
{
	return as_rec(&t->text);
}

const struct fields *
names_fields(struct names *t)
{
	struct rec r = names_rec(t);

	rec_fields(&r, &t->all);
	return &t->all;
}

void
names_set(struct names *t, const struct rec *header, size_t cells)
{
	buf_clear(&t->text);
	buf_addc(&t->text, '\t'); /* what stands before a record's fields */
	buf_adds(&t->text, header->rest);
	buf_clear(&t->open);
	buf_adds(&t->open, slice_of(&t->text));
	t->n = cells;
}

void
names_take(struct names *t, struct buf *text)
{
	buf_free(&t->text);
	t->text = *text;
	*text = (struct buf){0};
	buf_clear(&t->open);
	buf_adds(&t->open, slice_of(&t->text));
	t->n = names_fields(t)->n;
}

static int
is_bracket(uint32_t c)
{
	return c == '(' || c == '[' || c == 0x3010 || c == 0x3014;
}

/* (千円), 【人】: a unit below its name. What goes on behind the bracket, [x] a word, is none. */
static int
is_unit(struct names *t, struct slice field)
{
	uint32_t c = label_first(field);
	size_t len, n;

	if (c && !is_bracket(c))
		return 0;
	buf_clear(&t->label);
	label_fold(&t->label, field);
	if (t->label.n < 3 || !is_bracket(c = utf8_next(t->label.p, t->label.n, &len)))
		return 0;
	n = len == 1 ? 1 : 3; /* U+3010 is closed by U+3011 */
	return t->label.n > n && utf8_next(t->label.p + t->label.n - n, n, &len) == (c == '(' ? ')' : c == '[' ? ']' : c + 1);
}

/* A word that heads columns, in a row that leaves the first column to the rows above: a third row of names. */
static int
heads_below(struct names *t, size_t i)
{
	return blank_field(t->low.f[0]) && column_kind(t->low.f[i], (struct place){0}) > COL_DATA;
}

/* Where names are merged, a table of cells has them empty, or the same once more: to the right and below. */
static int
top_is_covered(struct names *t, size_t i)
{
	return blank_field(t->top.f[i]) || (i && slice_eq(t->top.f[i], t->top.f[i - 1]));
}

static int
low_is_covered(struct names *t, size_t i)
{
	return blank_field(t->low.f[i]) || slice_eq(t->low.f[i], t->top.f[i]);
}

/* Nothing stands in column I of both, in a row that leaves the first column to the one above: sheets have columns that are merged
 * into those beside them all the way down. */
static int
is_unused(struct names *t, size_t i)
{
	return blank_field(t->top.f[i]) && blank_field(t->low.f[i]) && blank_field(t->low.f[0]) && !blank_field(t->top.f[0]);
}

/* Can the cells of column I stand one below the other in one header? WHOLE: no further row may fill empty cells. */
static int
fits(struct names *t, size_t i, int whole)
{
	if (top_is_covered(t, i))
		return i && (!whole || !low_is_covered(t, i) || is_unused(t, i));
	if (i + 1 < t->top.n && top_is_covered(t, i + 1) && (!whole || !low_is_covered(t, i + 1)))
		return !low_is_covered(t, i); /* it spreads over the next one */
	return low_is_covered(t, i) || is_unit(t, t->low.f[i]) || heads_below(t, i);
}

/* A cell that no name has; years are names, with and without their word. */
static int
is_value(struct names *t, struct slice field)
{
	enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };
	struct looks l;

	if (is_unit(t, field) || column_kind(field, (struct place){0}) != COL_DATA)
		return 0;
	l = looks_of(field);
	return l.number < FIRST_YEAR || l.number > LAST_YEAR || l.len != 4;
}

/* 【財務】 alone in a row, below a name that is whole: a title of the rows behind it, and no unit. */
static int
titles_rows(struct names *t, size_t named)
{
	return named == 1 && !top_is_covered(t, 0) && slice_begins(t->low.f[0], "\xe3\x80\x90");
}

/* Is R a row of the header whose lowest labels are OPEN? */
static int
goes_below(struct names *t, const struct buf *open, const struct rec *r, int whole)
{
	struct rec above = as_rec(open);
	size_t i, named = 0, due = 0;

	if (rec_fields(&above, &t->top) != rec_fields(r, &t->low))
		return 0;
	for (i = 0; i < t->low.n; i++) {
		if (!fits(t, i, whole) || (!low_is_covered(t, i) && is_value(t, t->low.f[i])))
			return 0;
		named += !low_is_covered(t, i);
		due += !low_is_covered(t, i) && (top_is_covered(t, i) || is_unit(t, t->low.f[i]));
	}
	if (titles_rows(t, named))
		return 0;
	return named > 1 || due; /* one cell below a name that is whole may be all that a form says there */
}

/* The lowest labels with those of R. */
static void
complete_open(struct names *t, struct buf *open, const struct rec *r)
{
	struct rec above = as_rec(open);
	struct buf new = {0};
	size_t i;

	rec_fields(&above, &t->top);
	rec_fields(r, &t->low);
	for (i = 0; i < t->low.n; i++) {
		buf_addc(&new, '\t');
		buf_adds(&new, blank_field(t->low.f[i]) ? t->top.f[i] : t->low.f[i]);
	}
	buf_free(open);
	*open = new;
}

int
names_may_go_on(struct names *t, const struct rec *r)
{
	const struct row *row = rec_row(r);

	if (row->n && column_kind(row->cell[0], (struct place){0}) == COL_DATA && !is_unit(t, row->cell[0]))
		return 0; /* as most rows begin */
	return goes_below(t, &t->open, r, 1) || goes_below(t, &t->open, r, 0);
}

int
names_is_title(struct names *t)
{
	const struct fields *all = names_fields(t);
	size_t i, filled = 0;

	for (i = 0; i < all->n; i++)
		filled += !blank_field(all->f[i]);
	return all->n > 1 && filled < 2;
}

int
names_is_whole(struct names *t, const struct rec *r)
{
	struct rec above = as_rec(&t->open);
	size_t i, covered = 0;

	if (rec_fields(&above, &t->top) != rec_fields(r, &t->low))
		return 0;
	for (i = 0; i < t->low.n; i++)
		covered += (size_t)low_is_covered(t, i);
	return covered == 0;
}

int
names_completed_by(struct names *t, const struct rec *r, const struct rec *next)
{
	if (goes_below(t, &t->open, r, 1))
		return 1;
	if (!next || !goes_below(t, &t->open, r, 0))
		return 0;
	buf_clear(&t->trial);
	buf_adds(&t->trial, slice_of(&t->open));
	complete_open(t, &t->trial, r);
	return goes_below(t, &t->trial, next, 1);
}

/* Appends FIELD's text as part of a name, without the quotes of a spreadsheet. */
static void
add_part(struct names *t, struct buf *to, struct slice field)
{
	struct slice cell = unesc_tmp(&t->cell, field);

	buf_clear(&t->plain);
	esc(to, cell_unquote(&t->plain, cell) ? slice_of(&t->plain) : cell);
}

/* BELOW, of the next row, as the last part of a name. */
static void
add_below(struct names *t, struct buf *to, struct slice below)
{
	if (!is_unit(t, below))
		buf_addc(to, ' ');
	add_part(t, to, below);
}

void
names_complete(struct names *t, const struct rec *r)
{
	const struct fields *name = names_fields(t);
	struct buf text = {0};
	struct rec above = as_rec(&t->open);
	size_t i, over = 0, below = 0;

	rec_fields(&above, &t->top);
	rec_fields(r, &t->low);
	for (i = 0; i < t->low.n; i++) {
		if (!blank_field(name->f[i]))
			over = i;
		if (!blank_field(t->low.f[i]) || !blank_field(t->top.f[i]))
			below = i;
		buf_addc(&text, '\t');
		add_part(t, &text, name->f[over]);
		if (!blank_field(t->low.f[below]) && !slice_eq(t->low.f[below], t->top.f[below]))
			add_below(t, &text, t->low.f[below]);
	}
	complete_open(t, &t->open, r);
	buf_free(&t->text);
	t->text = text;
}
