/* line.c - rows on their way to CSV; see line.h */
#include "csv/line.h"

#include "base/blank.h"
#include "stream/recshape.h"
#include "stream/row.h"
#include "words/ids.h"

static const char between_titles[] = " > ";

void
line_document(struct csvline *l, struct slice name)
{
	buf_clear(&l->doc);
	buf_adds(&l->doc, name);
	trail_begin(&l->trail);
	buf_clear(&l->path);
	l->path_end[0] = 0;
	l->cols.bound = 0;
	l->open = 0;
	l->other_table = 1;
}

static void
enter(struct csvline *l, unsigned long depth, const struct slice *head)
{
	int i;

	if (l->path.n)
		buf_addz(&l->path, between_titles);
	for (i = HEAD_MARK; i <= HEAD_TITLE; i++)
		unesc(&l->path, head[i]);
	trail_enter(&l->trail, depth, head, 0);
	l->path_end[l->trail.n - 1] = l->path.n;
}

static int
heading(struct csvline *l)
{
	unsigned long depth = field_number(l->fields.f[HEAD_DEPTH]);
	int full;

	while (trail_must_leave(&l->trail, depth))
		trail_leave(&l->trail);
	full = trail_full(&l->trail);
	if (full)
		trail_leave(&l->trail);
	l->path.n = l->path_end[l->trail.n - 1];
	enter(l, depth, l->fields.f);
	return full;
}

int
line_other(struct csvline *l, const struct rec *r)
{
	cols_see(&l->cols, r);
	if (r->kind != K_RULE && (r->kind != K_TEXT || !blank_field(r->rest)))
		l->other_table = 1;
	return r->kind == K_HEAD && heading(l);
}

static void
give_id(struct csvline *l, const struct rec *r, struct place at)
{
	struct slice first, said, own;
	uint64_t hash;
	int label;

	row_says(&l->rowtext, r, &first, &said);
	own = trail_row(&l->trail, first, said, at, &hash, &label);
	buf_clear(&l->id);
	buf_add(&l->id, l->trail.id.p, l->trail.level[l->trail.n - 1].id);
	if (l->id.n)
		buf_addc(&l->id, '/');
	buf_adds(&l->id, own);
	ids_give(&l->id, hash);
}

static void
take_cell(struct csvline *l, size_t i, struct slice field)
{
	struct line_cell *c = &l->cell[i];

	c->name = l->text.n;
	buf_adds(&l->text, cols_name(&l->cols, i));
	c->value = l->text.n;
	buf_adds(&l->text, cell_says(&l->rowtext, field));
	c->end = l->text.n;
	c->role = cols_role(&l->cols, i);
}

void
line_row(struct csvline *l, const struct rec *r, struct place at)
{
	const struct row *row;
	size_t i;

	give_id(l, r, at);
	row = rec_row(r);
	l->open = 1;
	l->number = r->line ? r->line : 1;
	l->cells = row->n;
	if (l->cells > l->cap) {
		l->cap = 2 * l->cells;
		l->cell = erealloc(l->cell, l->cap * sizeof(*l->cell));
	}
	buf_clear(&l->text);
	facts_clear(&l->facts);
	for (i = 0; i < l->cells; i++)
		take_cell(l, i, row->cell[i]);
}

void
line_note(struct csvline *l, const struct rec *r)
{
	if (r->kind == K_ROLES)
		cols_see(&l->cols, r);
	else if (l->open)
		facts_add(&l->facts, r);
}

/* The text of cell I, or what merging has put into it. */
static struct slice
value_of(const struct csvline *l, size_t i)
{
	const struct line_cell *c = &l->cell[i];
	struct slice value = {l->text.p + c->value, c->end - c->value}, fill;
	const struct fact *covered;

	if (!blank_field(value))
		return value;
	covered = facts_first(&l->facts, K_COVERED, i + 1);
	if (covered)
		return fact_text(&l->facts, covered);
	fill = facts_fill(&l->facts, (struct slice){l->text.p + c->name, c->value - c->name});
	return fill.p ? fill : value;
}

static struct slice
name_of(const struct csvline *l, size_t i)
{
	return (struct slice){l->text.p + l->cell[i].name, l->cell[i].value - l->cell[i].name};
}

/* Does a cell go by NAME? */
static int
has_cell(const struct csvline *l, struct slice name)
{
	size_t i;

	for (i = 0; i < l->cells; i++)
		if (slice_eq(name_of(l, i), name))
			return 1;
	return 0;
}

/* The end of the first date in a column of deadlines. */
static struct slice
deadline(const struct csvline *l)
{
	size_t i;

	for (i = 0; i < l->facts.n; i++) {
		const struct fact *v = &l->facts.v[i];

		if (v->kind == K_DATE && v->column && v->column <= l->cells && v->n2 &&
		    l->cell[v->column - 1].role == ROLE_DEADLINE)
			return fact_second(&l->facts, v);
	}
	return slice_z("");
}

/* The columns that were asked for, about cell COLUMN or, 0, about the row. FN gets each of them. */
static void
added_columns(const struct csvline *l, const struct line_form *f, size_t column, void (*fn)(void *to, struct slice), void *to)
{
	const struct fact *date = facts_first(&l->facts, K_DATE, column);
	struct buf list = {0};

	if (f->add & 1U << K_STATUS)
		fn(to, fact_text(&l->facts, facts_first(&l->facts, K_STATUS, column)));
	if (f->add & 1U << K_DATE) {
		fn(to, fact_text(&l->facts, date));
		fn(to, fact_second(&l->facts, date));
		if (!f->lengthwise)
			fn(to, deadline(l));
	}
	if (f->add & 1U << K_AGENCY) {
		facts_list(&list, &l->facts, K_AGENCY, column);
		fn(to, slice_of(&list));
		buf_clear(&list);
	}
	if (f->add & 1U << K_WARN) {
		facts_list(&list, &l->facts, K_WARN, 0);
		fn(to, slice_of(&list));
	}
	buf_free(&list);
}

/* Names */

enum { NAMES_MOST = 16 };

/* The names of the columns that every line has; how many there are. */
static size_t
fixed_names(const struct line_form *f, const char **names)
{
	static const char *const first[] = {"doc", "line", "id", "path"}, *const cell[] = {"column", "role", "value"};
	size_t n = 0, i;

	for (i = 0; i < sizeof(first) / sizeof(*first); i++)
		names[n++] = first[i];
	for (i = 0; f->lengthwise && i < sizeof(cell) / sizeof(*cell); i++)
		names[n++] = cell[i];
	if (f->add & 1U << K_STATUS)
		names[n++] = "status";
	if (f->add & 1U << K_DATE) {
		names[n++] = "start";
		names[n++] = "end";
		if (!f->lengthwise)
			names[n++] = "deadline";
	}
	if (f->add & 1U << K_AGENCY)
		names[n++] = "agencies";
	if (f->add & 1U << K_WARN)
		names[n++] = "warnings";
	return n;
}

void
line_names(const struct csvline *l, const struct line_form *f, struct wide *to)
{
	const char *names[NAMES_MOST];
	size_t n = fixed_names(f, names);

	(void)l;
	wide_begin(to, names, n);
}

void
line_header(const struct line_form *f, struct sheet *to)
{
	const char *names[NAMES_MOST];
	size_t n = fixed_names(f, names), i;

	sheet_begin(to);
	for (i = 0; i < n; i++)
		sheet_name(to, slice_z(names[i]));
	sheet_end_line(to, (struct place){"-", 0, 0});
}

/* Writing */

static void
put_wide(void *to, struct slice text)
{
	wide_fixed(to, text);
}

static void
put_sheet(void *to, struct slice text)
{
	sheet_cell(to, text);
}

/* Columns that the row lacks, since they were merged with those above. */
static void
write_missing(const struct csvline *l, struct wide *to)
{
	size_t i;

	for (i = 0; i < l->facts.n; i++) {
		const struct fact *v = &l->facts.v[i];

		if (v->kind == K_FILL && !has_cell(l, fact_text(&l->facts, v)))
			wide_cell(to, wide_column(to, fact_text(&l->facts, v)), fact_second(&l->facts, v));
	}
}

static void
put_place(const struct csvline *l, void (*fn)(void *to, struct slice), void *to)
{
	struct buf number = {0};

	buf_addu(&number, l->number);
	fn(to, slice_of(&l->doc));
	fn(to, slice_of(&number));
	fn(to, slice_of(&l->id));
	fn(to, slice_of(&l->path));
	buf_free(&number);
}

void
line_write(struct csvline *l, const struct line_form *f, struct wide *to)
{
	size_t i;

	l->open = 0;
	put_place(l, put_wide, to);
	added_columns(l, f, 0, put_wide, to);
	for (i = 0; i < l->cells; i++)
		wide_cell(to, wide_column(to, name_of(l, i)), value_of(l, i));
	write_missing(l, to);
	wide_end_row(to);
}

static void
write_cell(const struct csvline *l, const struct line_form *f, struct sheet *to, size_t column, struct slice name, const char *role,
    struct slice value)
{
	put_place(l, put_sheet, to);
	sheet_cell(to, name);
	sheet_name(to, slice_z(role));
	sheet_cell(to, value);
	added_columns(l, f, column, put_sheet, to);
	sheet_end_line(to, (struct place){l->doc.p, l->number, 0});
}

void
line_write_cells(struct csvline *l, const struct line_form *f, struct sheet *to)
{
	size_t i, beyond = l->cells;

	l->open = 0;
	buf_addc(&l->doc, '\0'); /* it is a name in messages, too */
	l->doc.n--;
	for (i = 0; i < l->cells; i++)
		write_cell(l, f, to, i + 1, name_of(l, i), role_name(l->cell[i].role), value_of(l, i));
	for (i = 0; i < l->facts.n; i++) {
		const struct fact *v = &l->facts.v[i];

		if (v->kind == K_FILL && !has_cell(l, fact_text(&l->facts, v)))
			write_cell(l, f, to, ++beyond, fact_text(&l->facts, v), role_name(ROLE_UNKNOWN), fact_second(&l->facts, v));
	}
}
