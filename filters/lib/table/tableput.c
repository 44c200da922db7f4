/* tableput.c - writing a table; see tableput.h */
#include "tableput.h"

#include <stdlib.h>

#include "blank.h"
#include "matchlimit.h"
#include "out.h"
#include "tablehead.h"
#include "tablekind.h"

static const struct fit all = {FIT_FIRST, 0, {0}};

const char *
table_file(const struct table *t)
{
	return t->docname.n ? t->docname.p : "-"; /* records without a doc before them */
}

void
table_finish_row(struct table *t)
{
	about_say(&t->about, table_file(t));
	if (t->named)
		fit_write(&all, &t->names, t->named);
	t->named = 0;
}

void
table_begin_doc(struct table *t, const struct rec *r)
{
	struct fields f = {0};

	say_enddoc(table_file(t));
	buf_clear(&t->docname);
	if (rec_fields(r, &f))
		unesc(&t->docname, f.f[DOC_NAME]);
	buf_addc(&t->docname, '\0');
	free(f.f);
	t->bound = t->inside = t->lost = 0;
	t->third = 0;
	look_reset(&t->look, 0);
	heads_clear(&t->heads);
	buf_clear(&t->labels);
	buf_clear(&t->header);
}

/* Says what a line of text was, perhaps. */
static void
look(struct table *t, const struct rec *r)
{
	struct place at = {table_file(t), r->line, 0};

	if (r->kind != K_TEXT)
		look_reset(&t->look, 0);
	else if (look_at(&t->look, r, &t->about.what, at)) {
		t->about.text = 1;
		t->about.line = r->line;
	}
}

/* R is no row: the header is in force no longer. It may be again behind a page's number and the title above the next. */
static void
end_header(struct table *t, const struct rec *r)
{
	int recurs = r->kind == K_TEXT && heads_recur(&t->heads, r->rest);

	if (r->kind != K_TEXT || !(t->bound || t->lost))
		t->lost = 0;
	else if (!recurs || t->lost > INTERLUDES)
		t->lost += is_interlude(r) ? 1 : INTERLUDES + 1;
	else
		t->lost += t->lost == 0; /* it counts as one, and none behind a page's number */
	t->bound = 0;
}

void
table_put(struct table *t, const struct rec *r)
{
	if (is_text_kind(r->kind) || r->kind == K_DOC)
		table_finish_row(t);
	out_pass(r);
	if (!is_text_kind(r->kind))
		return;
	t->inside = 0;
	if (r->kind == K_TEXT && blank_field(r->rest)) {
		look_reset(&t->look, 1);
		return;
	}
	look(t, r);
	end_header(t, r);
}

void
table_header(struct table *t, const struct held *h)
{
	table_finish_row(t);
	out_limits(h->r.line);
	outz("cols");
	out(h->r.raw.p + 3, h->r.raw.n - 3);
	outc('\n');
	t->bound = t->inside = t->fresh = 1;
	t->lost = 0;
	t->cols = t->above = h->cells;
	t->view = all;
	t->line = h->r.line;
	names_set(&t->names, &h->r);
	above_clear(&t->row);
	shape_clear(&t->shape);
	if (slice_eq(slice_of(&t->header), h->r.rest))
		return; /* most tables of a report have the same */
	buf_clear(&t->header);
	buf_adds(&t->header, h->r.rest);
	buf_clear(&t->labels);
	head_labels(&t->labels, h);
}

void
table_next_header(struct table *t, const struct held *h)
{
	out_limits(h->r.line);
	outz("cols");
	out(h->r.raw.p + 3, h->r.raw.n - 3);
	outc('\n');
	t->named = h->r.line;
	t->view = all;
}

/* What the rows of the table look like. Before the first of them is out, those behind it tell. */
static const struct shape *
shape(const struct table *t)
{
	static struct shape ahead;
	size_t i;

	if (t->shape.rows || t->win.n == 0)
		return &t->shape;
	shape_clear(&ahead);
	for (i = win_next(&t->win, 0); i < t->win.n && win_at(&t->win, i)->r.kind == K_ROW; i = win_next(&t->win, i))
		if (win_at(&t->win, i)->cells == t->cols)
			shape_add(&ahead, &win_at(&t->win, i)->r);
	return &ahead;
}

/* Says which columns the row has, where that is not what was in force before. */
static void
bind(struct table *t, const struct rec *r, enum binding binding)
{
	struct fit fit = {FIT_NONE, 0, {0}};

	if (binding == TO_NAMES_AGAIN) {
		t->about.header = t->line;
		t->bound = 1;
		t->view.how = FIT_UNSET;
	}
	if (!t->bound)
		return;
	t->about.alone = binding == TO_NONE;
	if (!t->about.alone && fit_is_whole(&t->names, r, t->about.cells))
		fit.how = FIT_FIRST;
	else if (!t->about.alone)
		fit_row(&fit, shape(t), &t->names, r, t->about.cells);
	if (!fit_equal(&fit, &t->view))
		fit_write(&fit, &t->names, r->line);
	t->view = fit;
	t->bound = !t->about.alone;
	t->about.shifted = fit.how == FIT_LAST ? t->cols - fit.n : 0;
	t->about.fitted = fit.how == FIT_SOME;
	t->about.ragged = t->bound && !t->about.shifted && !t->about.fitted && t->about.cells != t->cols;
}

/* What a row under a header is, and what its merged cells take from the row above. */
static void
note_row(struct table *t, const struct rec *r)
{
	size_t merged = t->about.shifted;

	t->about.total = is_total(r);
	t->about.repeat = is_repeat(r);
	if (t->about.total || (!merged && t->about.cells != t->cols))
		return;
	if (!merged) {
		shape_add(&t->shape, r);
		t->about.empty = merged = above_empty(&t->row, r);
	}
	if (t->fill && merged)
		above_fill(&t->row, &t->names, merged, r->line, &t->about.fills);
	if (t->row.row.n || !merged)
		above_take(&t->row, r, merged, t->about.shifted);
}

void
table_row(struct table *t, const struct rec *r, size_t cells, int broken, enum binding binding)
{
	table_finish_row(t);
	out_limits(r->line);
	t->about.line = r->line;
	t->about.cells = cells;
	t->about.cols = t->cols;
	t->about.broken = broken;
	bind(t, r, binding);
	out_pass(r);
	t->about.lost = !t->bound && t->lost && t->about.cells == t->cols;
	if (t->bound && !broken)
		note_row(t, r);
	t->lost = 0;
	if (!is_title(r))
		t->above = t->about.cells;
	else if (!t->inside)
		t->above = 0;
	t->inside = 1;
	t->fresh = 0;
	look_reset(&t->look, 0);
}
