/* out.c - the records of a line that waited; see legend/unit.h */
#include <string.h>

#include "base/blank.h"
#include "legend/line.h"
#include "legend/prose.h"
#include "legend/row.h"
#include "legend/unit.h"
#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/why.h"

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
out_records(const struct unit *u, size_t n, const struct buf *fresh)
{
	static struct buf own;
	size_t i;

	buf_clear(&own);
	for (i = 0; i < n; i++)
		buf_adds(&own, slice_of(&u[i].own));
	if (slice_eq(slice_of(fresh), slice_of(&own))) {
		for (i = 0; i < n; i++)
			outs(slice_of(&u[i].raw));
	} else {
		outs(slice_of(fresh));
		for (i = 0; i < n; i++)
			outs(slice_of(&u[i].notes));
	}
}

/* Bullets below an entry say more than what the mark means: they stand behind its meaning. */
static void
details_behind(struct entry *e)
{
	static const char *const bullets[] = {"・", "･", "-", "○", "●", "*"};
	size_t i, k, from;

	for (from = 0; from < e->meaning.n; from++) {
		if (e->meaning.p[from] != '\n')
			continue;
		for (i = from + 1; i < e->meaning.n && (k = blank_at((struct slice){e->meaning.p + i, e->meaning.n - i})); i += k)
			;
		for (k = 0; k < sizeof(bullets) / sizeof(*bullets); k++)
			if (e->meaning.n - i >= strlen(bullets[k]) && memcmp(e->meaning.p + i, bullets[k], strlen(bullets[k])) == 0) {
				e->after = (struct slice){e->meaning.p + from, e->meaning.n + e->after.n - from};
				e->meaning.n = from;
				return;
			}
	}
}

/* The row stays a row, the text one that may be a heading; what it defines is said behind it. */
static void
out_defining(const struct unit *u, const struct legend_line *l)
{
	static struct buf defines;
	size_t i;

	buf_clear(&defines);
	for (i = 0; i < l->n; i++)
		legend_define(&defines, u->line, l->e[i].mark, l->e[i].meaning);
	outs(slice_of(&u->raw));
	outs(slice_of(&defines));
}

/* What else is found out about the line, is about that. */
static void
begin_line(const struct unit *u)
{
	legend_at_line(u->line);
	out_limits(u->line);
}

/* Reads the entries of a line and of the N - 1 behind it that go on with its last. */
static void
read_all(struct legend_line *l, const struct unit *u, size_t n)
{
	static struct unit all;
	size_t i;

	all.drawn = u->drawn;
	buf_clear(&all.text);
	for (i = 0; i < n; i++) {
		if (i)
			buf_addc(&all.text, '\n');
		buf_adds(&all.text, slice_of(&u[i].text));
	}
	unit_read(l, &all);
}

static void
why(const struct unit *u)
{
	out_why(u->line, "legend", GRADE_STRONG, "a mark, what parts it from its meaning, and others like it or a title beside it", slice_z(""));
}

void
unit_out_legend(const struct unit *u, size_t n)
{
	static struct buf fresh;
	static struct legend_line l;
	size_t i;

	begin_line(u);
	unit_read(&l, u);
	if (u->drawn == DRAWN_CELLS || (l.stays && u->kind != K_LEGEND && n == 1)) {
		out_defining(u, &l);
		why(u);
		return;
	}
	if (n > 1)
		read_all(&l, u, n);
	if (l.n != u->entries) { /* the lines behind have made it something else */
		for (i = 0; i < n; i++)
			unit_out_plain(&u[i]);
		return;
	}
	details_behind(&l.e[l.n - 1]);
	buf_clear(&fresh);
	for (i = 0; i < l.n; i++)
		add_entry(&fresh, &l.e[i], u->line);
	out_records(u, n, &fresh);
	why(u);
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

	begin_line(u);
	buf_clear(&fresh);
	begin_record(&fresh, "text", u->line);
	add_field(&fresh, slice_of(&u->text));
	buf_addc(&fresh, '\n');
	if (u->drawn == DRAWN_CELLS)
		outs(slice_of(&u->raw));
	else
		out_records(u, 1, &fresh);
	if (defines)
		outs(slice_of(defines));
}

void
unit_out_plain(const struct unit *u)
{
	static struct buf fresh;

	begin_line(u);
	buf_clear(&fresh);
	if (u->kind == K_LEGEND) {
		text_record(&fresh, u);
		out_records(u, 1, &fresh);
	} else {
		outs(slice_of(&u->raw));
	}
	buf_clear(&fresh);
	if (u->header && !u->bad)
		legend_header_defines(&fresh, unit_title(u), u->line);
	if (u->prose)
		legend_prose(&fresh, slice_of(&u->text), u->line);
	outs(slice_of(&fresh));
}
