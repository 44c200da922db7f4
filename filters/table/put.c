/* put.c - writing a table; see table/put.h */
#include "table/put.h"

#include <stdlib.h>

#include "base/blank.h"
#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/warn.h"
#include "table/head.h"
#include "table/merged.h"
#include "table/ruled.h"
#include "words/kinds.h"

static const struct fit all = {FIT_FIRST, 0, {0}}, none = {FIT_NONE, 0, {0}};
static const struct window nothing;

const char *
table_file(const struct table *t)
{
	return t->docname.n ? t->docname.p : "-"; /* records without a doc before them */
}

void
table_finish_header(struct table *t)
{
	if (t->about.says)
		about_say(&t->about, table_file(t));
	if (t->named)
		fit_write(&all, &t->names, t->named);
	t->named = 0;
}

/* W begins with the rows under the header. */
static void
tell_roles(struct table *t, const struct window *w)
{
	if (!t->due)
		return;
	roles_decide(&t->roles, &t->names, w, table_file(t));
	fit_write_roles(&all, &t->roles, t->due);
	t->due = 0;
}

void
table_finish_row(struct table *t)
{
	table_finish_header(t);
	tell_roles(t, &t->win);
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
	t->bound = t->inside = t->lost = t->merged = 0;
	t->sectioned = SECTIONS_NONE;
	t->third = 0;
	t->due = 0;
	t->ruled = RULED_NOT;
	t->header_rows = t->nameless = 0;
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

	if (r->kind == K_HEAD)
		look_heading(&t->look);
	else if (r->kind != K_TEXT)
		look_reset(&t->look, 0);
	else if (look_at(&t->look, r, &t->about.what, at)) {
		t->about.says = SAYS_TEXT;
		t->about.line = r->line;
	}
}

/* R is no row: the header is in force no longer. It may be again behind a page's number and the title above the next. */
static void
end_header(struct table *t, const struct rec *r)
{
	int recurs = r->kind == K_TEXT && heads_recur(&t->heads, r->rest);

	if (win_is_section(r) && t->sectioned == SECTIONS_STAND)
		t->lost = 1;
	else if (r->kind != K_TEXT || !(t->bound || t->lost))
		t->lost = 0;
	else if (!recurs || t->lost > INTERLUDES)
		t->lost += is_interlude(r) ? 1 : is_caption(r) ? INTERLUDES_MAX + 1 : INTERLUDES + 1;
	else
		t->lost += t->lost == 0; /* it counts as one, and none behind a page's number */
	t->bound = 0;
}

/* A rule parts a table and does not end it; behind the lower edge of a box, and between two rules, one may end and another
 * begin. */
static void
see_rule(struct table *t, const struct rec *r)
{
	if (rule_ends_box(r->rest) || rule_begins_box(r->rest) || t->ruled == RULED_LAST)
		t->inside = t->ruled = 0;
	else
		t->ruled = RULED_LAST;
}

void
table_put(struct table *t, const struct rec *r)
{
	if (is_text_kind(r->kind) || r->kind == K_DOC)
		table_finish_row(t);
	out_pass(r);
	if (r->kind == K_RULE)
		see_rule(t, r);
	if (is_warn(r, MSG_UNREAD_TABLE))
		apart_told(&t->look.below);
	if (!is_text_kind(r->kind) || r->kind == K_RULE)
		return;
	if (win_is_section(r))
		t->sectioned = t->inside && t->fresh && t->bound ? SECTIONS_STAND : t->sectioned;
	else if (r->kind != K_TEXT || !blank_field(r->rest))
		t->sectioned = t->sectioned && is_interlude(r) ? SECTIONS_PAUSE : SECTIONS_NONE;
	t->inside = t->ruled = 0;
	if (r->kind != K_TEXT || !blank_field(r->rest))
		t->nameless = 0;
	if (r->kind == K_TEXT && blank_field(r->rest)) {
		look_reset(&t->look, 1);
		return;
	}
	look(t, r);
	end_header(t, r);
}

void
table_header(struct table *t, struct held *h)
{
	table_finish_header(t);
	tell_roles(t, &nothing);
	out_limits(h->r.line);
	outz("cols");
	out(h->r.raw.p + 3, h->r.raw.n - 3);
	outc('\n');
	t->bound = t->inside = t->fresh = 1;
	t->ruled = t->ruled != RULED_NOT ? RULED_ABOVE : RULED_NOT;
	t->lost = 0;
	t->sectioned = SECTIONS_NONE;
	t->merged = merged_is_top(&t->win);
	t->cols = t->above = h->cells;
	t->view = all;
	t->line = t->due = h->r.line;
	t->fills = ruled_as_header(&t->win, 0) || win_is_delimited(&t->win, 0);
	names_set(&t->names, &h->r, h->cells);
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
	t->named = t->due = h->r.line;
	t->view = all;
}

/* What the rows of the table look like. Before the first of them is out, those behind it tell. */
static struct shape *
shape(struct table *t)
{
	size_t i;

	if (t->shape.rows || t->win.n == 0)
		return &t->shape;
	shape_clear(&t->ahead);
	for (i = win_next(&t->win, 0); i < t->win.n && win_at(&t->win, i)->r.kind == K_ROW; i = win_next(&t->win, i))
		if (win_at(&t->win, i)->cells == t->cols)
			shape_add(&t->ahead, &win_at(&t->win, i)->r);
	return &t->ahead;
}

/* The columns of the row; of one that is not whole they go to *ROOM. */
static const struct fit *
columns_of(struct table *t, const struct rec *r, enum binding binding, struct fit *room)
{
	if (binding == TO_NONE)
		return &none;
	if (fit_is_whole(&t->names, r, t->about.cells))
		return &all;
	fit_row(room, shape(t), &t->names, r, t->about.cells, t->fills);
	return room;
}

/* Says which columns the row has, where that is not what was in force before. */
static void
bind(struct table *t, const struct rec *r, enum binding binding)
{
	struct about *a = &t->about;
	struct fit room;
	const struct fit *fit;

	if (binding == TO_NAMES_AGAIN) {
		a->says |= SAYS_CARRIED;
		a->header = t->line;
		t->bound = 1;
		t->view.how = FIT_UNSET;
	}
	if (!t->bound)
		return;
	t->sectioned = t->sectioned ? SECTIONS_STAND : SECTIONS_NONE;
	fit = columns_of(t, r, binding, &room);
	if (!fit_equal(fit, &t->view)) {
		fit_write(fit, &t->names, r->line);
		fit_write_roles(fit, &t->roles, r->line);
		t->view = *fit;
	}
	t->bound = binding != TO_NONE;
	a->shifted = fit->how == FIT_LAST ? t->cols - fit->n : 0;
	if (!t->bound)
		a->says |= SAYS_ALONE;
	else if (a->shifted)
		a->says |= SAYS_SHIFTED;
	else if (fit->how == FIT_SOME)
		a->says |= SAYS_FITTED;
	else if (a->cells != a->cols)
		a->says |= SAYS_RAGGED;
	if (a->says & (SAYS_RAGGED | SAYS_SHIFTED | SAYS_FITTED))
		a->header = t->line;
}

/* What its words say of a row under a header. */
static unsigned
kind_of(const struct rec *r)
{
	return (is_total(r) ? SAYS_TOTAL : 0U) | (is_repeat(r) ? SAYS_REPEAT : 0U);
}

/* What a row under a header is, and what its merged cells take from the row above. */
static void
note_row(struct table *t, const struct rec *r)
{
	struct about *a = &t->about;
	size_t merged = a->shifted;

	a->says |= kind_of(r);
	if ((a->says & SAYS_TOTAL) || (!merged && a->cells != t->cols))
		return;
	if (!merged) {
		shape_add(&t->shape, r);
		a->empty = merged = above_empty(&t->row, r);
		a->says |= merged ? SAYS_EMPTY : 0U;
	}
	if (t->fill && merged)
		above_fill(&t->row, &t->names, merged, r->line, &a->fills);
	if (t->row.row.n || !merged)
		above_take(&t->row, r, merged, a->shifted);
}

/* How many cells the row above the next one has: a title counts for none, and below a row it changes nothing. */
static void
set_above(struct table *t, const struct rec *r)
{
	size_t cells = t->about.cells;

	if (t->inside && t->above == cells)
		return; /* whatever it is */
	if (!is_title(r))
		t->above = cells;
	else if (!t->inside)
		t->above = 0;
}

/* Another row follows, or the heading of a section of the table: this one is not alone. */
static int
more_follow(const struct table *t)
{
	size_t i = win_next(&t->win, 0);

	return i < t->win.n && (win_at(&t->win, i)->r.kind == K_ROW || win_at(&t->win, i)->r.kind == K_HEAD);
}

/* A table has no header, or what may be one: that is said once, of its first row. */
static void
say_nameless(struct table *t, size_t cells)
{
	if (t->nameless == cells || !t->asked.any || !more_follow(t))
		return;
	t->nameless = cells;
	if (t->asked.sure >= EVIDENCE_OPEN)
		about_unclear(&t->about, "a row that may be a header, and may be none", cells);
	else
		t->about.says |= SAYS_ALONE;
}

void
table_row(struct table *t, const struct rec *r, size_t cells, int broken, enum binding binding)
{
	table_finish_row(t);
	out_limits(r->line);
	t->about.line = r->line;
	t->about.cells = cells;
	t->about.cols = t->cols;
	t->about.says = broken ? SAYS_BROKEN : 0;
	bind(t, r, binding);
	out_pass(r);
	if (!t->bound && t->lost && cells == t->cols)
		t->about.says |= SAYS_LOST;
	if (t->bound && !broken)
		note_row(t, r);
	if (!t->bound && !broken && !(t->about.says & (SAYS_LOST | SAYS_ALONE)))
		say_nameless(t, cells);
	t->lost = 0;
	set_above(t, r);
	t->inside = 1;
	t->ruled = t->ruled != RULED_NOT ? RULED_ABOVE : RULED_NOT;
	t->fresh = 0;
	look_reset(&t->look, 0);
}

void
table_put_notes(struct table *t)
{
	const char *p = t->win.notes.p, *end = p + t->win.notes.n, *lf;
	struct rec r;

	for (; p < end; p = lf + 1) {
		lf = memchr(p, '\n', (size_t)(end - p));
		rec_parse(&r, (struct slice){p, (size_t)(lf - p)});
		table_put(t, &r);
	}
	buf_clear(&t->win.notes);
}
