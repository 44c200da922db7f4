/* legendunit.c - a line that waits; see legendunit.h */
#include "legendunit.h"

#include <string.h>

#include "legendline.h"
#include "legendprose.h"
#include "legendrow.h"
#include "out.h"
#include "utf8.h"

static void
add_line(struct buf *to, const struct rec *r)
{
	buf_adds(to, r->raw);
	buf_addc(to, '\n');
}

void
unit_begin(struct unit *u, const struct rec *r)
{
	u->line = r->line;
	u->kind = r->kind;
	u->entries = u->marks = 0;
	buf_clear(&u->text);
	buf_clear(&u->raw);
	buf_clear(&u->own);
	buf_clear(&u->notes);
	unit_add(u, r);
	u->bad = utf8_valid(u->text.p, u->text.n) != u->text.n;
}

void
unit_add(struct unit *u, const struct rec *r)
{
	static struct fields f;
	size_t i, n = rec_fields(r, &f);

	for (i = 0; i < n; i++) {
		if (i && r->kind == K_ROW)
			buf_addc(&u->text, '\t');
		unesc(&u->text, f.f[i]);
	}
	add_line(&u->raw, r);
	add_line(&u->own, r);
}

int
unit_is_define(const struct rec *r)
{
	return r->raw.n > 7 && memcmp(r->raw.p, "define\t", 7) == 0;
}

void
unit_note(struct unit *u, const struct rec *r)
{
	if (u->bad && is_warn(r, MSG_BAD_UTF8))
		return; /* of an earlier run: it will be said again */
	add_line(&u->raw, r);
	add_line(&u->notes, r);
}

void
unit_swap(struct unit *a, struct unit *b)
{
	struct unit c = *a;

	*a = *b;
	*b = c;
}

static void
add_field(struct buf *to, struct slice text)
{
	buf_addc(to, '\t');
	esc(to, text);
}

static void
begin_record(struct buf *to, const char *kind, unsigned long line)
{
	buf_addz(to, kind);
	buf_addc(to, '\t');
	buf_addu(to, line);
}

static void
add_entry(struct buf *to, const struct entry *e, unsigned long line)
{
	begin_record(to, "legend", line);
	add_field(to, e->before);
	add_field(to, e->mark);
	add_field(to, e->sep);
	add_field(to, e->meaning);
	add_field(to, e->after);
	buf_addc(to, '\n');
}

/* Where the new records are the old ones, their annotations stay among them; else they follow. */
static void
out_records(const struct unit *u, const struct buf *fresh)
{
	if (slice_eq(slice_of(fresh), slice_of(&u->own))) {
		outs(slice_of(&u->raw));
	} else {
		outs(slice_of(fresh));
		outs(slice_of(&u->notes));
	}
}

void
unit_read(struct legend_line *l, const struct unit *u)
{
	if (memchr(u->text.p, '\t', u->text.n))
		legend_row_read(l, slice_of(&u->text));
	else
		legend_read(l, slice_of(&u->text));
}

void
unit_out_legend(const struct unit *u)
{
	static struct buf fresh;
	static struct legend_line l;
	size_t i;

	buf_clear(&fresh);
	unit_read(&l, u);
	for (i = 0; i < l.n; i++)
		add_entry(&fresh, &l.e[i], u->line);
	out_records(u, &fresh);
}

static void
text_record(struct buf *to, const struct unit *u)
{
	struct slice rest = slice_of(&u->text);
	const char *tab = rest.n ? memchr(rest.p, '\t', rest.n) : NULL;

	begin_record(to, tab ? "row" : "text", u->line);
	for (; tab; tab = rest.n ? memchr(rest.p, '\t', rest.n) : NULL) {
		add_field(to, (struct slice){rest.p, (size_t)(tab - rest.p)});
		rest = (struct slice){tab + 1, rest.n - (size_t)(tab - rest.p) - 1};
	}
	add_field(to, rest);
	buf_addc(to, '\n');
}

void
unit_out_text(const struct unit *u, const struct buf *defines)
{
	static struct buf fresh;

	buf_clear(&fresh);
	begin_record(&fresh, "text", u->line);
	add_field(&fresh, slice_of(&u->text));
	buf_addc(&fresh, '\n');
	out_records(u, &fresh);
	if (defines)
		outs(slice_of(defines));
}

void
unit_out_plain(const struct unit *u)
{
	static struct buf fresh;

	buf_clear(&fresh);
	if (u->kind == K_LEGEND) {
		text_record(&fresh, u);
		out_records(u, &fresh);
	} else {
		outs(slice_of(&u->raw));
	}
	buf_clear(&fresh);
	if (u->prose)
		legend_prose(&fresh, slice_of(&u->text), u->line);
	outs(slice_of(&fresh));
}
