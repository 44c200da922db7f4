/* judge.c - what the record at the start of the window is; see table/judge.h */
#include "table/judge.h"

#include "stream/matchlimit.h"
#include "words/kinds.h"
#include "table/contrast.h"
#include "table/head.h"
#include "table/join.h"
#include "table/merged.h"
#include "table/parts.h"
#include "table/ruled.h"
#include "table/spread.h"

enum { LOST = 2 }; /* cells that all records below a header may lack */

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
is_repeated(struct table *t, const struct rec *r)
{
	if (slice_eq(slice_of(&t->header), r->rest))
		return t->header.n != 0;
	return t->labels.n && r->rest.n <= 2 * t->header.n && head_has_labels(r, slice_of(&t->labels), &t->label);
}

/* What speaks for the row that begins the window being a header, and what against it. */
static void
ask(struct table *t, struct held *h)
{
	struct contrast c;

	contrast_look(&c, &t->win, 0, table_file(t));
	t->asked.any = 1;
	t->asked.grade = GRADE_STRONG;
	t->asked.fired = contrast_evidence(&c, h, table_file(t)) | (c.rows ? EV(BEGINS) : 0) |
	                 (t->bound && t->cols == h->cells ? EV(BOUND) : 0) | (is_repeated(t, &h->r) ? EV(RETURNS) : 0);
	t->asked.sure = evidence_weigh(t->asked.fired);
}

/* A rule below the row says that it is a header. Behind one that is ruled off from its rows already, the next rule may as
 * well part a total from them. */
static int
is_ruled(struct table *t)
{
	size_t rows = t->inside ? (t->ruled == RULED_NOT && ruled_as_header(&t->win, 0)) : ruled_header(&t->win, 0);

	if (rows == 0)
		return 0;
	t->header_rows = rows - 1;
	t->asked.any = 1;
	t->asked.grade = GRADE_CERTAIN;
	return 1;
}

/* Rows of more cells follow, at once or behind one or two as wide as this one: those of a header whose names spread over
 * several columns, perhaps. */
static int
wider_below(const struct table *t, const struct held *h)
{
	size_t i = 0, rows;

	for (rows = 0; rows < 3 && (i = win_next(&t->win, i)) < t->win.n && win_at(&t->win, i)->r.kind == K_ROW; rows++)
		if (win_at(&t->win, i)->cells > h->cells)
			return 1;
	return 0;
}

/* Short labels, all different, and no value. */
static int
are_labels(const struct asked *a)
{
	return (a->fired & EV(FULL)) && (a->fired & EV(SHORT)) && !(a->fired & (EV(VALUES) | EV(SENTENCE) | EV(FIGURE)));
}

/*
 * Files of cells between commas begin with names, but for two in a hundred: of 109 public ones 107. So their first record is a
 * header where it reads as one and nothing speaks against it, whatever the cells below are; and above records that have all
 * lost a cell or two at their end.
 */
static int
heads_records(const struct table *t, const struct held *h)
{
	const evidence_set names = EV(FULL) | EV(SHORT),
	                   against = EV(SENTENCE) | EV(VALUES) | EV(FIGURE) | EV(GOES_1) | EV(GOES_2) | EV(AGAIN_1) | EV(AGAIN_2) | EV(FORM) |
	                             EV(ONE_ROW) | EV(BOUND) | EV(PARTED);
	size_t body;

	if ((t->asked.fired & names) != names || t->asked.fired & against || !win_is_delimited(&t->win, 0))
		return 0;
	if (!(t->asked.fired & EV(SINGLE)))
		return 1;
	body = table_body_cells(t, 0);
	return body > 1 && body < h->cells && body + LOST >= h->cells;
}

int
table_is_header(struct table *t, struct held *h)
{
	if (is_ruled(t))
		return 1;
	if (is_repeated(t, &h->r))
		return 1;
	if (t->inside && t->above)
		return head_is(&t->win, 0, t->above, table_file(t));
	if (h->cells < 2 || is_title(&h->r))
		return 0;
	ask(t, h);
	if (merged_is_top(&t->win) || (are_labels(&t->asked) && parts_prove(&t->win, table_file(t))))
		return 1;
	if (heads_records(t, h))
		return 1;
	if ((t->asked.fired & EV(SINGLE)) || wider_below(t, h))
		return head_is(&t->win, 0, 0, table_file(t)); /* nothing but its words tells */
	return t->asked.sure >= EVIDENCE_SURE;
}

static int
is_below_header(const struct table *t)
{
	return t->bound && t->fresh && t->inside;
}

/* The row that begins the window is a header of the rows below it, by strong evidence. */
static int
heads_rows(const struct table *t)
{
	struct contrast c;
	evidence_set fired;

	contrast_look(&c, &t->win, 0, table_file(t));
	fired = contrast_evidence(&c, win_at(&t->win, 0), table_file(t));
	return c.rows && evidence_weigh(fired | EV(BEGINS)) >= EVIDENCE_SURE;
}

enum next
table_next(struct table *t, const struct held *h)
{
	const struct rec *next = NULL;
	size_t i = win_next(&t->win, 0);

	if (!is_below_header(t) || h->cells != t->cols || h->r.rest.n >= HOLD_BYTES / 16)
		return NEXT_ROW;
	if (t->header_rows)
		return NEXT_NAMES;
	if (names_is_title(&t->names) && heads_rows(t))
		return NEXT_HEADER;
	if (i < t->win.n)
		next = &win_at(&t->win, i)->r;
	if (next && (next->kind != K_ROW || !is_utf8(next->raw)))
		next = NULL;
	if (!names_completed_by(&t->names, &h->r, next))
		return NEXT_ROW;
	return names_is_whole(&t->names, &h->r) && !heads_rows(t) ? NEXT_ROW : NEXT_NAMES;
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

/* The rows that begin the window, two or more behind a blank line, and none of them is as wide as the header in force. */
static int
none_is_whole(const struct table *t)
{
	size_t i, rows = 0;

	for (i = 0; i < t->win.n && win_at(&t->win, i)->r.kind == K_ROW; i = win_next(&t->win, i), rows++)
		if (win_at(&t->win, i)->cells == t->cols)
			return 0;
	return rows > 1;
}

int
table_is_other_table(struct table *t, const struct held *h)
{
	struct shape *shape = &t->ahead;
	int whole;

	if (!t->bound || t->inside || t->fresh)
		return 0;
	if (none_is_whole(t))
		return 1;
	if (even_rows(t, shape, &whole) < 2)
		return 0;
	return h->cells != t->cols ? whole : shape_differs(&t->shape, shape);
}

/* Behind a longer text, a row numbered as the one above it, and one more. */
static int
counts_on(const struct table *t)
{
	struct looks last, first = looks_of(held_fields(win_at(&t->win, 0))->f[0]);

	if (t->fresh || t->lost > INTERLUDES_MAX || first.number < 2)
		return 0;
	last = looks_of(above_first(&t->row));
	return last.number + 1 == first.number && last.runs == first.runs;
}

int
table_goes_on(struct table *t)
{
	struct shape *shape = &t->ahead;
	int whole;

	if (!t->lost || win_at(&t->win, 0)->cells != t->cols || (t->lost > INTERLUDES && !counts_on(t)))
		return 0;
	if (t->fresh)
		return 1; /* the title of its first section */
	if (t->shape.rows == 0)
		return 0;
	even_rows(t, shape, &whole);
	return !shape_differs(&t->shape, shape);
}

int
table_is_spread(struct table *t, size_t cells)
{
	struct merged body = merged_body(&t->win, 1);

	if (win_at(&t->win, 0)->r.kind != K_ROW)
		return 0;
	names_set(&t->pair, &win_at(&t->win, 0)->r, win_at(&t->win, 0)->cells);
	return spread_header(&t->pair, win_at(&t->win, 1), cells, &body, 0) == SPREAD_NAMED;
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
table_judge(struct table *t, const struct rec *r, size_t *cells)
{
	struct slice last;
	enum head_alone head;

	*cells = count_with_last(r, &last);
	limits_reading(table_file(t), r->line);
	if (!is_utf8(r->raw))
		return JUDGED_LATER;
	if (is_below_header(t) && (t->merged || (*cells == t->cols && (t->header_rows || names_is_title(&t->names) || names_may_go_on(&t->names, r))) ||
	                           spread_may_be(r)))
		return JUDGED_LATER;
	if (!t->inside || !t->above)
		return JUDGED_LATER; /* what stands below it tells */
	head = is_repeated(t, r) ? HEAD_IS_SURE : head_alone(r, *cells, t->above, table_file(t));
	if (head == HEAD_IS_NONE)
		return judge_row(t, r, *cells, last);
	return head == HEAD_MAY_BE ? JUDGED_LATER : JUDGED_HEADER;
}

void
table_say_why(struct table *t, unsigned long line)
{
	struct buf names = {0};

	if (!t->asked.any || !why_wanted)
		return;
	if (t->asked.grade == GRADE_CERTAIN)
		buf_addz(&names, "a rule below it");
	else
		evidence_names(&names, t->asked.fired);
	buf_addc(&names, '\0');
	add_why(&t->about.fills, line, t->fresh && t->line == line ? "header" : "row", t->asked.grade, names.p, (struct slice){0});
	t->about.says |= SAYS_WHY;
	buf_free(&names);
}
