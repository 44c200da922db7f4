/* htable.c - data or layout; see htable.h */
#include "html/htable.h"

#include <string.h>

void
htable_begin(struct htable *t, enum htable_kind is)
{
	t->is = is;
	t->waits = t->widest = 0;
	t->in_row = t->in_cell = t->in_head = 0;
	shown_clear(&t->cell);
	grid_begin(&t->grid);
}

static struct grid_row *
at_hand(struct htable *t)
{
	return &t->row[t->waits];
}

void
htable_row(struct htable *t, unsigned long line)
{
	grid_row_clear(at_hand(t), line);
	at_hand(t)->in_head = t->in_head;
	t->in_row = 1;
}

void
htable_cell(struct htable *t, unsigned rows, unsigned columns, int head)
{
	if (t->is == TABLE_LAYOUT)
		return;
	grid_cell_begin(at_hand(t), rows, columns, head);
	shown_clear(&t->cell);
	t->in_cell = 1;
}

void
htable_end_cell(struct htable *t)
{
	if (!t->in_cell)
		return;
	grid_cell_end(at_hand(t), shown_text(&t->cell));
	t->in_cell = 0;
}

static void
keep(struct htable *t)
{
	size_t i, n = 0;

	for (i = 0; i < at_hand(t)->n; i++)
		n += at_hand(t)->cell[i].columns;
	t->widest = n > t->widest ? n : t->widest;
	t->waits++;
}

void
htable_end_row(struct htable *t, struct lay *to)
{
	htable_end_cell(t);
	if (!t->in_row)
		return;
	t->in_row = 0;
	if (t->is == TABLE_DATA)
		grid_row(&t->grid, at_hand(t), to);
	else if (t->is == TABLE_UNKNOWN)
		keep(t);
	if (t->waits == TABLE_WAITS)
		htable_is(t, TABLE_DATA, to);
}

/* Cells of a layout: each line of text by itself. */
static void
as_text(const struct grid_row *r, struct lay *to)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		const char *p = r->text.p + r->cell[i].from, *end = r->text.p + r->cell[i].end;

		while (p < end) {
			const char *lf = memchr(p, '\n', (size_t)(end - p)), *stop = lf ? lf : end;

			lay_text(to, "text", r->line, (struct slice){p, (size_t)(stop - p)});
			p = stop + 1;
		}
	}
}

void
htable_is(struct htable *t, enum htable_kind is, struct lay *to)
{
	size_t i, waits = t->waits;
	struct grid_row swap;

	if (t->is != TABLE_UNKNOWN)
		return;
	t->is = is;
	if (is == TABLE_LAYOUT && t->in_cell)
		htable_end_cell(t);
	for (i = 0; i < waits + (is == TABLE_LAYOUT && t->in_row); i++)
		if (is == TABLE_DATA)
			grid_row(&t->grid, &t->row[i], to);
		else
			as_text(&t->row[i], to);
	swap = t->row[0]; /* the one at hand goes on */
	t->row[0] = t->row[waits];
	t->row[waits] = swap;
	t->waits = 0;
}

void
htable_end(struct htable *t, struct lay *to)
{
	htable_end_row(t, to);
	if (t->is == TABLE_UNKNOWN)
		htable_is(t, t->waits > 1 && t->widest > 1 ? TABLE_DATA : TABLE_LAYOUT, to);
	if (t->is == TABLE_DATA)
		grid_end(&t->grid, to);
}

unsigned long
htable_open_line(const struct htable *t)
{
	if (t->is == TABLE_LAYOUT || t->is == TABLE_INNER)
		return 0;
	if (t->grid.head_line)
		return t->grid.head_line;
	if (t->waits)
		return t->row[0].line;
	return t->in_row ? t->row[t->waits].line : 0;
}
