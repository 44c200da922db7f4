/* fit.c - rows that lack cells, or have too many; see table/fit.h */
#include "table/fit.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "words/columns.h"

/* Takes the columns that only one order of the cells leaves. Cells that were merged are lost at the left, as a
 * rule: where they can be the first columns only with a gap, but the last ones without, they are those. */
static void
take_span(struct fit *f, const struct span *s, size_t cols)
{
	size_t i, known = 0, first = 0, last = 0;

	f->n = s->n;
	for (i = 0; i < s->n; i++) {
		int one = s->lo[i] == s->hi[i];

		f->col[i] = one ? s->lo[i] : SHAPE_COLUMNS;
		known += (size_t)one;
		first += s->lo[i] == i;
		last += s->hi[i] == cols - s->n + i;
	}
	if (last == s->n && first < s->n)
		f->how = FIT_LAST;
	else if (first == s->n && known == s->n)
		*f = (struct fit){FIT_FIRST, 0, {0}};
	else
		f->how = known ? FIT_SOME : FIT_NONE;
	for (i = 0; f->how == FIT_LAST && i < s->n; i++)
		f->col[i] = (unsigned char)(cols - s->n + i);
}

/* The cells can stand under the first columns, and those behind them may be blank: remarks, or columns where others are. */
static int
lacks_end(struct shape *shape, struct names *names, const struct rec *r, size_t cells)
{
	const struct fields *label = names_fields(names);
	size_t i;

	if (shape_holds(shape, r))
		return 1;
	for (i = cells; i < label->n; i++)
		if (!shape_may_lack(shape, i) && !blank_field(label->f[i]) &&
		    column_kind(label->f[i], (struct place){0}) != COL_NOTE)
			return 0;
	return shape_agrees(shape, r);
}

/* More cells than columns: those beyond are blank, or the others are as they should be. */
static int
has_first(struct shape *shape, const struct rec *r, size_t cols)
{
	struct fields f = {0};
	size_t i, filled = 0;

	rec_fields(r, &f);
	for (i = cols; i < f.n; i++)
		filled += !blank_field(f.f[i]);
	free(f.f);
	return !filled || (shape->rows && shape_agrees(shape, r));
}

/* The last cell of R is there, and blank: nobody has cut off the blank ones at its end. */
static int
has_end(const struct rec *r)
{
	size_t n = r->rest.n;

	while (n && r->rest.p[n - 1] != '\t')
		n--;
	return n && blank_field((struct slice){r->rest.p + n, r->rest.n - n});
}

int
fit_is_whole(const struct names *names, const struct rec *r, size_t cells)
{
	return cells == names->n && r->rest.n && r->rest.p[r->rest.n - 1] != '\t';
}

void
fit_row(struct fit *f, struct shape *shape, struct names *names, const struct rec *r, size_t cells, int fills)
{
	struct span span;

	f->how = FIT_FIRST;
	f->n = 0;
	if (cells > names->n) {
		f->how = has_first(shape, r, names->n) ? FIT_FIRST : FIT_NONE;
		return;
	}
	if (cells < names->n && ((!has_end(r) && lacks_end(shape, names, r, cells)) || (fills && cells > 1)))
		return;
	if (cells == names->n && shape_agrees(shape, r))
		return;
	if (shape_spans(shape, r, names->n, &span))
		take_span(f, &span, names->n);
	else
		f->how = FIT_NONE;
	if (cells == names->n && f->how != FIT_LAST)
		*f = (struct fit){FIT_FIRST, 0, {0}};
}

int
fit_equal(const struct fit *a, const struct fit *b)
{
	return a->how == b->how && a->n == b->n && (a->n == 0 || memcmp(a->col, b->col, a->n) == 0);
}

void
fit_write(const struct fit *f, struct names *names, unsigned long line)
{
	const struct fields *label = names_fields(names);
	size_t i;

	out_rec("names", line);
	if (f->how == FIT_FIRST)
		for (i = 0; i < label->n; i++)
			out_raw(label->f[i]);
	else
		for (i = 0; f->how != FIT_NONE && i < f->n; i++)
			out_raw(f->col[i] < label->n ? label->f[f->col[i]] : (struct slice){"", 0});
	out_end();
}

/* How many columns rows of F have, under a header of ALL. */
static size_t
columns(const struct fit *f, size_t all)
{
	return f->how == FIT_FIRST ? all : f->how == FIT_NONE ? 0 : f->n;
}

static enum role
role_at(const struct fit *f, const struct roles *roles, size_t i)
{
	if (f->how == FIT_FIRST)
		return roles_at(roles, i);
	return f->col[i] == SHAPE_COLUMNS ? ROLE_UNKNOWN : roles_at(roles, f->col[i]);
}

void
fit_write_roles(const struct fit *f, const struct roles *roles, unsigned long line)
{
	size_t i, n = columns(f, roles->of.n), known = 0;

	for (i = 0; i < n; i++)
		known += role_at(f, roles, i) != ROLE_UNKNOWN;
	if (known == 0)
		return;
	out_rec("roles", line);
	for (i = 0; i < n; i++)
		out_fieldz(role_name(role_at(f, roles, i)));
	out_end();
}
