/* celllist.c - cells as a list; see celllist.h */
#include "json/celllist.h"

#include "base/quote.h"
#include "stream/jw.h"
#include "stream/recshape.h"
#include "stream/row.h"

/* Annotations of two fields, a column and a text. */
enum { COLUMN, TEXT, FIELDS };

static struct celltext
add_text(struct celllist *l, struct slice text)
{
	size_t from = l->text.n;

	jw_text(&l->text, text);
	return (struct celltext){from, l->text.n - from};
}

static struct celltext
add_field(struct celllist *l, struct slice field)
{
	size_t from = l->text.n;

	jw_field(&l->text, field);
	return (struct celltext){from, l->text.n - from};
}

/* A cell in spreadsheet quotes is what is in them, as in `cells`. */
static struct celltext
add_cell(struct celllist *l, struct slice field)
{
	buf_clear(&l->cell);
	if (field.n && *field.p == '"' && cell_unquote(&l->cell, unesc_tmp(&l->plain, field)))
		return add_text(l, slice_of(&l->cell));
	return add_field(l, field);
}

static struct listcell *
another(struct celllist *l, struct slice name, enum role role)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 16;
		l->v = erealloc(l->v, l->cap * sizeof(*l->v));
	}
	l->v[l->n] = (struct listcell){.name = add_text(l, name), .role = role};
	return &l->v[l->n++];
}

void
celllist_row(struct celllist *l, struct cols *c, const struct rec *r)
{
	size_t i;

	buf_clear(&l->text);
	l->n = 0;
	rec_fields(r, &l->f);
	for (i = 0; i < l->f.n; i++) {
		struct listcell *v = another(l, cols_name(c, i), cols_role(c, i));

		v->text = add_cell(l, l->f.f[i]);
	}
	l->own = l->n;
}

/* The cell in column I, from 0, which C names; those that the row lacks come behind the others. */
static struct listcell *
cell_of(struct celllist *l, struct cols *c, unsigned long i)
{
	struct slice name;
	size_t k, from = l->text.n;

	if (i < l->own)
		return &l->v[i];
	name = cols_name(c, i);
	jw_text(&l->text, name);
	for (k = l->own; k < l->n; k++)
		if (slice_eq((struct slice){l->text.p + l->v[k].name.from, l->v[k].name.n},
		             (struct slice){l->text.p + from, l->text.n - from}))
			return &l->v[k];
	return another(l, name, cols_role(c, i));
}

/* The number of the column that C calls NAME; that of none if it does not. */
static unsigned long
column_named(const struct cols *c, struct slice name)
{
	size_t i;

	for (i = 0; c->bound && i < c->n; i++) {
		size_t from = i ? c->v[i - 1].end : 0;

		if (slice_eq((struct slice){c->names.p + from, c->v[i].end - from}, name))
			break;
	}
	return i;
}

static int
filled_by_name(struct celllist *l, struct cols *c)
{
	struct slice name = unesc_tmp(&l->plain, l->f.f[COLUMN]);
	struct celltext text = add_field(l, l->f.f[TEXT]);
	unsigned long i = column_named(c, name);

	(c->bound && i < c->n ? cell_of(l, c, i) : another(l, name, ROLE_UNKNOWN))->filled = text;
	return 1;
}

static int
lines_of_cells(struct celllist *l)
{
	size_t i;

	for (i = 0; i < l->f.n && i < l->own; i++) {
		size_t from = l->text.n;

		jw_number_or_null(&l->text, l->f.f[i]);
		l->v[i].line = (struct celltext){from, l->text.n - from};
	}
	return 1;
}

int
celllist_note(struct celllist *l, struct cols *c, const struct rec *r)
{
	unsigned long column;
	struct celltext text;

	if (!(1U << r->kind & (1U << K_FILL | 1U << K_RAW | 1U << K_COVERED | 1U << K_LINES)))
		return 0;
	rec_fields(r, &l->f);
	if (r->kind == K_LINES)
		return lines_of_cells(l);
	if (l->f.n != (r->kind == K_COVERED ? FIELDS + 1 : FIELDS)) /* whence it is covered is not told */
		return 0;
	if (r->kind == K_FILL)
		return filled_by_name(l, c);
	column = field_number(l->f.f[COLUMN]);
	if (column == 0)
		return 0;
	text = add_field(l, l->f.f[TEXT]);
	if (r->kind == K_RAW)
		cell_of(l, c, column - 1)->raw = text;
	else
		cell_of(l, c, column - 1)->filled = text;
	return 1;
}

static void
put(struct buf *to, const struct celllist *l, struct celltext p)
{
	if (p.n)
		buf_add(to, l->text.p + p.from, p.n);
	else
		jw_lit(to, "null");
}

void
celllist_write(struct buf *to, const struct celllist *l)
{
	size_t i;

	jw_lit(to, ",\"cells\":[");
	for (i = 0; i < l->n; i++) {
		const struct listcell *v = &l->v[i];

		if (i)
			jw_lit(to, ",");
		jw_lit(to, "{\"column\":");
		put(to, l, v->name);
		jw_lit(to, ",\"role\":\"");
		buf_addz(to, role_name(v->role));
		jw_lit(to, "\",\"text\":");
		put(to, l, v->text);
		jw_key(to, "raw");
		put(to, l, v->raw);
		jw_key(to, "filled");
		put(to, l, v->filled);
		jw_key(to, "line");
		put(to, l, v->line);
		jw_lit(to, "}");
	}
	jw_lit(to, "]");
}
