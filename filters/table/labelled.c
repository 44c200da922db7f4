/* labelled.c - rows with labels of their own; see table/labelled.h */
#include "table/labelled.h"

#include "stream/matchlimit.h"
#include "stream/out.h"

static const struct fit all = {FIT_FIRST, 0, {0}}, none = {FIT_NONE, 0, {0}};
static const struct window nothing;

/* Without a name: an item of a task list, its box and its text. */
static int
is_task(const struct rec *r)
{
	return r->rest.n == 1 && *r->rest.p == '\t';
}

/* What the columns are is known then. */
static void
put_task_roles(unsigned long line)
{
	out_rec("roles", line);
	out_fieldz(role_name(ROLE_TITLE));
	out_fieldz(role_name(ROLE_STATUS));
	out_end();
}

/* What is in force is what R says: most records of a document have the same labels. */
static int
is_same(const struct table *t, const struct rec *r)
{
	struct slice in_force = names_rec(&t->names).rest;

	return t->labelled == LABELS_IN_FORCE && slice_eq(in_force, r->rest);
}

void
labelled_begin(struct table *t, const struct rec *r)
{
	int same = is_same(t, r);

	table_finish_row(t);
	t->bound = t->inside = t->lost = 0;
	t->labelled = LABELS_BEFORE;
	look_reset(&t->look, 0);
	out_limits(r->line);
	out_pass(r);
	if (same)
		return;
	names_set(&t->names, r, count_cells(r));
	fit_write(&all, &t->names, r->line);
	t->cols = t->names.n;
	if (is_task(r)) {
		put_task_roles(r->line);
		return;
	}
	roles_decide(&t->roles, &t->names, &nothing, table_file(t));
	fit_write_roles(&all, &t->roles, r->line);
}

void
labelled_row(struct table *t, const struct rec *r)
{
	table_finish_row(t);
	out_limits(r->line);
	out_pass(r);
	t->labelled = LABELS_IN_FORCE;
}

void
labelled_end(struct table *t, unsigned long line)
{
	fit_write(&none, &t->names, line);
	t->labelled = LABELS_NONE;
}
