/* judge.c - what the record at the start of the window is; see table/judge.h */
#include "table/judge.h"

#include "stream/matchlimit.h"
#include "table/head.h"
#include "table/join.h"
#include "table/spread.h"

size_t
table_body_cells(const struct table *t, size_t head)
{
	size_t i = win_next(&t->win, head), rows = 0, cells = i < t->win.n ? win_at(&t->win, i)->cells : 0;

	for (; i < t->win.n && win_at(&t->win, i)->r.kind == K_ROW; i = win_next(&t->win, i), rows++)
		if (win_at(&t->win, i)->cells > cells)
			return 0;
	return rows < 2 ? 0 : cells;
}

static int
is_repeated(const struct table *t, const struct rec *r)
{
	if (slice_eq(slice_of(&t->header), r->rest))
		return t->header.n != 0;
	return t->labels.n && r->rest.n <= 2 * t->header.n && head_has_labels(r, slice_of(&t->labels));
}

int
table_is_header(const struct table *t, const struct held *h)
{
	if (is_repeated(t, &h->r))
		return 1;
	return head_is(&t->win, 0, t->inside ? t->above : 0, table_file(t));
}

static int
is_below_header(const struct table *t)
{
	return t->bound && t->fresh && t->inside;
}

int
table_is_next_header(const struct table *t, const struct held *h)
{
	const struct rec *next = NULL;
	size_t i = win_next(&t->win, 0);

	if (!is_below_header(t) || h->cells != t->cols || h->r.rest.n >= HOLD_BYTES / 16)
		return 0;
	if (i < t->win.n)
		next = &win_at(&t->win, i)->r;
	if (next && (next->kind != K_ROW || !is_utf8(next->raw)))
		next = NULL;
	return names_completed_by(&t->names, &h->r, next);
}

/* The rows that begin the window and have as many cells as the first: how many, and whether a blank line ends them. */
static size_t
even_rows(const struct table *t, struct shape *shape, int *whole)
{
	size_t i = 0, cells = win_at(&t->win, 0)->cells, rows = 0;

	shape_clear(shape);
	for (; i < t->win.n && win_at(&t->win, i)->cells == cells; i = win_next(&t->win, i), rows++)
		shape_add(shape, &win_at(&t->win, i)->r);
	*whole = i >= t->win.n || win_at(&t->win, i)->r.kind != K_ROW;
	return rows;
}

int
table_is_other_table(struct table *t, const struct held *h)
{
	static struct shape shape;
	int whole;

	if (!t->bound || t->inside || t->fresh || even_rows(t, &shape, &whole) < 2)
		return 0;
	return h->cells != t->cols ? whole : shape_differs(&t->shape, &shape);
}

int
table_goes_on(struct table *t)
{
	static struct shape shape;
	int whole;

	if (!t->lost || t->lost > INTERLUDES || win_at(&t->win, 0)->cells != t->cols || t->shape.rows == 0)
		return 0;
	even_rows(t, &shape, &whole);
	return !shape_differs(&t->shape, &shape);
}

int
table_is_spread(const struct table *t, size_t cells)
{
	static struct names names;

	if (win_at(&t->win, 0)->r.kind != K_ROW)
		return 0;
	names_set(&names, &win_at(&t->win, 0)->r, win_at(&t->win, 0)->cells);
	return spread_header(&names, &win_at(&t->win, 1)->r, cells) == SPREAD_NAMED;
}

/* No header: a row, unless something is joined to it. */
static enum judged
judge_row(const struct table *t, const struct rec *r, size_t cells, struct slice last)
{
	struct joinview view = {t->cols, t->fresh, &t->row, table_file(t)};

	if (!t->inside || t->lost)
		return JUDGED_LATER;
	if (!t->bound)
		return JUDGED_ROW;
	if (t->shape.rows == 0 && !fit_is_whole(&t->names, r, cells))
		return JUDGED_LATER;
	switch (join_alone(r, cells, last, &view)) {
	case JOINS_NOTHING: return JUDGED_ROW;
	case JOINS_TEXT: return JUDGED_UNLESS_TEXT;
	default: return JUDGED_LATER;
	}
}

enum judged
table_judge(const struct table *t, const struct rec *r, size_t *cells)
{
	struct slice last;
	enum head_alone head;

	*cells = count_with_last(r, &last);
	limits_reading(table_file(t), r->line);
	if (!is_utf8(r->raw))
		return JUDGED_LATER;
	if (is_below_header(t) && ((*cells == t->cols && names_may_go_on(&t->names, r)) || spread_may_be(r)))
		return JUDGED_LATER;
	head = is_repeated(t, r) ? HEAD_IS_SURE : head_alone(r, *cells, t->inside ? t->above : 0, table_file(t));
	if (head == HEAD_IS_NONE)
		return judge_row(t, r, *cells, last);
	if (head == HEAD_MAY_BE)
		return JUDGED_LATER;
	return t->inside ? JUDGED_HEADER : JUDGED_UNLESS_TORN;
}
