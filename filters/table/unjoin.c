/* unjoin.c - the lines of a joined row; see table/unjoin.h */
#include "table/unjoin.h"

#include <stdlib.h>
#include <string.h>

#include "stream/cols.h"
#include "stream/row.h"

/* A spreadsheet's quoted cell holds newlines of its own. */
static int
is_quoted(struct slice field)
{
	struct buf text = {0}, plain = {0};
	int yes = cell_unquote(&plain, unesc_tmp(&text, field));

	buf_free(&plain);
	buf_free(&text);
	return yes;
}

/* The first newline in FIELD's text, as its escape; NULL if there is none. */
static const char *
newline_in(struct slice field)
{
	const char *p = field.p, *end = p + field.n;

	while (p < end && (p = memchr(p, '\\', (size_t)(end - p))) && p + 1 < end) {
		if (p[1] == 'n')
			return p;
		p += 2;
	}
	return NULL;
}

int
join_spans(const struct rec *r)
{
	const struct row *row;
	size_t i;

	if (r->kind != K_ROW && r->kind != K_COLS)
		return 0;
	row = rec_row(r);
	if (!(row->has & ROW_ESCAPE) || !newline_in(r->rest))
		return 0;
	for (i = 0; i < row->n; i++)
		if (newline_in(row->cell[i]) && !is_quoted(row->cell[i]))
			return 1;
	return 0;
}

/* Hands over the lines' records: those with a tab are rows. */
struct undo {
	struct buf line;
	size_t cells;
	unsigned long number, next; /* source lines: of this record, and of the one behind it */
	void (*fn)(const struct rec *);
};

static void
undo_flush(struct undo *u)
{
	struct buf raw = {0};
	struct rec r;

	buf_addz(&raw, u->cells > 1 ? "row\t" : "text\t");
	buf_addu(&raw, u->number);
	buf_adds(&raw, slice_of(&u->line));
	rec_parse(&r, slice_of(&raw));
	u->fn(&r);
	buf_free(&raw);
	buf_clear(&u->line);
	u->cells = 0;
	u->number = u->next;
}

static void
undo_add(struct undo *u, struct slice piece)
{
	buf_addc(&u->line, '\t');
	buf_adds(&u->line, piece);
	u->cells++;
}

static void
undo_field(struct undo *u, struct slice field)
{
	const char *nl;
	int whole = is_quoted(field);

	while (!whole && (nl = newline_in(field))) {
		undo_add(u, (struct slice){field.p, (size_t)(nl - field.p)});
		u->next++;
		undo_flush(u);
		field.n -= (size_t)(nl + 2 - field.p);
		field.p = nl + 2;
	}
	undo_add(u, field);
	for (nl = newline_in(field); nl; nl = newline_in(field)) {
		u->next++;
		field.n -= (size_t)(nl + 2 - field.p);
		field.p = nl + 2;
	}
}

void
join_undo(const struct rec *r, void (*fn)(const struct rec *r))
{
	struct undo u = {.number = r->line, .next = r->line, .fn = fn};
	struct fields f = {0};
	size_t i;

	rec_fields(r, &f);
	for (i = 0; i < f.n; i++)
		undo_field(&u, f.f[i]);
	undo_flush(&u);
	free(f.f);
	buf_free(&u.line);
}
