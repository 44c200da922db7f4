/* recshape.c - the looks of a record; see recshape.h */
#include "stream/recshape.h"

#include <string.h>

#include "stream/row.h"
#include "base/utf8.h"

enum { NAME_MAX_BYTES = 32 };

unsigned long
field_number(struct slice field)
{
	unsigned long u = 0;
	size_t i;

	for (i = 0; i < field.n && field.p[i] >= '0' && field.p[i] <= '9'; i++)
		u = i < 9 ? u * 10 + (unsigned long)(field.p[i] - '0') : 0;
	return i == field.n && i <= 9 ? u : 0;
}

static void
take_fields(struct fields *f, const struct row *row)
{
	size_t i;

	if (f->cap < row->n) {
		f->cap = row->n;
		f->f = erealloc(f->f, f->cap * sizeof(*f->f));
	}
	f->n = row->n;
	for (i = 0; i < row->n; i++)
		f->f[i] = row->cell[i];
}

int
rec_well_formed(const struct rec *r, struct fields *f)
{
	if (r->kind == K_ROW)
		return 1;
	if (r->kind == K_TEXT || r->kind == K_CODE || r->kind == K_RULE)
		return !memchr(r->rest.p, '\t', r->rest.n);
	if (r->kind == K_COLS)
		return r->rest.n || r->rest.p[-1] == '\t';
	take_fields(f, rec_row(r));
	if (r->kind == K_LEGEND)
		return f->n == LEGEND_FIELDS;
	return f->n == HEAD_FIELDS && field_number(f->f[HEAD_DEPTH]) > 0;
}

void
rec_as_text(struct rec *text, const struct rec *r, struct buf *tmp)
{
	const char *p = r->rest.p, *end = p + r->rest.n, *tab;

	buf_clear(tmp);
	while (p < end && (tab = memchr(p, '\t', (size_t)(end - p)))) {
		buf_add(tmp, p, (size_t)(tab - p));
		buf_addz(tmp, "\\t");
		p = tab + 1;
	}
	buf_add(tmp, p, (size_t)(end - p));
	*text = *r;
	text->rest = slice_of(tmp);
	text->serial = 0;
	text->kind = K_TEXT;
}

void
rec_repair(struct rec *good, const struct rec *r, struct buf *tmp)
{
	struct slice s = r->raw;

	buf_clear(tmp);
	while (s.n) {
		size_t n = utf8_valid(s.p, s.n);

		buf_add(tmp, s.p, n);
		if (n < s.n) {
			buf_addz(tmp, "\xef\xbf\xbd");
			n++;
		}
		s.p += n;
		s.n -= n;
	}
	rec_parse(good, slice_of(tmp));
}

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct slice
rec_kind_name(const struct rec *r)
{
	const char *p = r->raw.p, *end = p + r->raw.n, *tab = p;

	while (tab < end && ((*tab >= 'a' && *tab <= 'z') || *tab == '-'))
		tab++;
	if (tab == p || tab - p > NAME_MAX_BYTES || end - tab < 2 || *tab != '\t' || !is_digit(tab[1]))
		tab = p;
	return (struct slice){p, (size_t)(tab - p)};
}

int
kind_first_seen(struct kinds_seen *k, struct slice kind)
{
	const char *p = k->names.p, *tab;
	unsigned i;

	for (i = 0; i < k->n; i++, p = tab + 1) {
		tab = memchr(p, '\t', (size_t)(k->names.p + k->names.n - p));
		if (slice_eq(kind, (struct slice){p, (size_t)(tab - p)}))
			return 0;
	}
	if (k->n == KINDS_SEEN_MAX)
		return 0;
	buf_adds(&k->names, kind);
	buf_addc(&k->names, '\t');
	k->n++;
	return 1;
}

void
kinds_forget(struct kinds_seen *k)
{
	buf_clear(&k->names);
	k->n = 0;
}
