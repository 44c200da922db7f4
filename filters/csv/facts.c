/* facts.c - annotations of a row; see facts.h */
#include "csv/facts.h"

#include "stream/recshape.h"

/* Which fields of a record are wanted, counted from 0; 0 as the second: none. */
static const struct wanted {
	size_t fields, first, second;
	int about_cell; /* its first field is the number of one */
} wanted[] = {
	[K_STATUS] = {6, 3, 0, 1},
	[K_DATE] = {6, 2, 3, 1},
	[K_AGENCY] = {4, 1, 0, 1},
	[K_FILL] = {2, 0, 1, 0},
	[K_COVERED] = {3, 1, 0, 1},
	[K_WARN] = {2, 0, 0, 0},
};

enum { MOST_FACTS = 1 << 16 }; /* of a row */

void
facts_clear(struct rowfacts *f)
{
	f->n = 0;
	buf_clear(&f->text);
}

void
facts_add(struct rowfacts *f, const struct rec *r)
{
	const struct wanted *w = &wanted[(size_t)r->kind < sizeof(wanted) / sizeof(*wanted) ? r->kind : K_OTHER];
	struct fact *v;

	if (!w->fields || rec_fields(r, &f->f) < w->fields || f->n == MOST_FACTS)
		return;
	if (f->n == f->cap) {
		f->cap = f->cap ? 2 * f->cap : 16;
		f->v = erealloc(f->v, f->cap * sizeof(*f->v));
	}
	v = &f->v[f->n++];
	*v = (struct fact){.kind = r->kind, .from = f->text.n};
	if (w->about_cell)
		v->column = field_number(f->f.f[0]);
	unesc(&f->text, f->f.f[w->first]);
	v->n = f->text.n - v->from;
	v->second = f->text.n;
	if (w->second)
		unesc(&f->text, f->f.f[w->second]);
	v->n2 = f->text.n - v->second;
}

const struct fact *
facts_first(const struct rowfacts *f, enum kind kind, size_t column)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (f->v[i].kind == kind && (!column || f->v[i].column == column))
			return &f->v[i];
	return NULL;
}

struct slice
facts_fill(const struct rowfacts *f, struct slice name)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (f->v[i].kind == K_FILL && slice_eq(fact_text(f, &f->v[i]), name))
			return fact_second(f, &f->v[i]);
	return (struct slice){NULL, 0};
}

/* Did one before V say the same? */
static int
said(const struct rowfacts *f, const struct fact *v, size_t column)
{
	const struct fact *u;

	for (u = f->v; u < v; u++)
		if (u->kind == v->kind && (!column || u->column == column) && slice_eq(fact_text(f, u), fact_text(f, v)))
			return 1;
	return 0;
}

void
facts_list(struct buf *to, const struct rowfacts *f, enum kind kind, size_t column)
{
	size_t i, from = to->n;

	for (i = 0; i < f->n; i++) {
		const struct fact *v = &f->v[i];

		if (v->kind != kind || (column && v->column != column) || !v->n || said(f, v, column))
			continue;
		if (to->n > from)
			buf_addc(to, ';');
		buf_adds(to, fact_text(f, v));
	}
}
