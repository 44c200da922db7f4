/* above.c - the row above; see table/above.h */
#include "table/above.h"

#include <string.h>

#include "base/blank.h"
#include "words/columns.h"

enum { ROW_BYTES = 32 * 1024 }; /* a longer one is not worth to be kept */

static struct rec
as_rec(const struct above *a)
{
	struct slice text = slice_of(&a->row);

	return (struct rec){.raw = text, .kind = K_ROW, .rest = {text.p + 1, text.n - 1}};
}

void
above_clear(struct above *a)
{
	buf_clear(&a->row);
}

void
above_take(struct above *a, const struct rec *r, size_t from, size_t lost)
{
	struct buf row = {0};
	struct rec old;
	size_t i;

	if (from == 0) {
		buf_clear(&a->row);
		if (r->rest.n > ROW_BYTES)
			return;
		buf_addc(&a->row, '\t');
		buf_adds(&a->row, r->rest);
		return;
	}
	old = as_rec(a);
	rec_fields(&old, &a->above);
	rec_fields(r, &a->below);
	for (i = 0; i < a->below.n + lost; i++) {
		buf_addc(&row, '\t');
		if (i >= from)
			buf_adds(&row, a->below.f[i - lost]);
		else if (i < a->above.n)
			buf_adds(&row, a->above.f[i]);
	}
	buf_free(&a->row);
	a->row = row;
}

size_t
above_empty(struct above *a, const struct rec *r)
{
	struct rec old = as_rec(a);
	size_t i, n;

	if (a->row.n == 0 || r->rest.n == 0 || *r->rest.p != '\t' || rec_fields(&old, &a->above) != rec_fields(r, &a->below))
		return 0;
	for (n = 0; n < a->below.n && blank_field(a->below.f[n]) && !blank_field(a->above.f[n]); n++)
		if (cell_is_sign(a->above.f[n]))
			return 0; /* one row has the sign, the other has not */
	for (i = n; i < a->below.n && blank_field(a->below.f[i]); i++)
		;
	return i < a->below.n ? n : 0;
}

struct slice
above_first(const struct above *a)
{
	struct slice row = slice_of(&a->row);
	const char *tab;

	if (row.n == 0)
		return row;
	tab = memchr(row.p + 1, '\t', row.n - 1);
	return (struct slice){row.p + 1, tab ? (size_t)(tab - row.p) - 1 : row.n - 1};
}

void
above_fill(struct above *a, struct names *names, size_t n, unsigned long line, struct buf *to)
{
	const struct fields *name = names_fields(names);
	struct rec old;
	size_t i;

	if (a->row.n == 0)
		return;
	old = as_rec(a);
	rec_fields(&old, &a->above);
	for (i = 0; i < n && i < name->n && i < a->above.n; i++) {
		buf_addz(to, "fill\t");
		buf_addu(to, line);
		buf_addc(to, '\t');
		buf_adds(to, name->f[i]);
		buf_addc(to, '\t');
		buf_adds(to, a->above.f[i]);
		buf_addc(to, '\n');
	}
}

int
above_spans(const struct above *a)
{
	const char *p = a->row.p, *end = p + a->row.n;

	while (p < end && (p = memchr(p, '\\', (size_t)(end - p))) && p + 1 < end) {
		if (p[1] == 'n')
			return 1;
		p += 2;
	}
	return 0;
}
