/* listed.c - rows of lists and their like; see listed.h */
#include "split/listed.h"

#include "split/put.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/warn.h"

static struct slice
field_value(const void *r, size_t i)
{
	return slice_of(&((const struct records *)r)->field[i].value);
}

/* The labels of the row to come. */
static void
put_labels(const struct docpos *d, const struct records *r)
{
	size_t i;

	out_rec("labels", d->line);
	for (i = 0; i < r->n; i++)
		out_field(slice_of(&r->field[i].label));
	out_end();
}

static void
put_lines(const struct docpos *d, const struct records *r)
{
	size_t i;

	out_rec("lines", d->line);
	for (i = 0; i < r->n; i++)
		out_fieldu(d->line + r->field[i].line);
	out_end();
}

static struct slice
cycle_cell(const void *c, size_t i)
{
	return slice_of(&((const struct cycles *)c)->cell[i]);
}

int
listed_cycles(struct cycles *c, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t i, more;
	enum cycle_line kind = cycles_line(c, in, line, &more);

	if (kind == CYCLES_NONE)
		return 0;
	if (kind == CYCLES_TEXT) {
		put_record("text", d->line, *line);
		return 1;
	}
	put_row(d->line, cycle_cell, c, c->n, MARKUP_CELLS, slice_of(&c->source), 1);
	put_why(d->line, "row", GRADE_STRONG, "cells one a line, in a cycle of lines that comes three times at least");
	if (kind == CYCLES_ROW) {
		out_rec("lines", d->line);
		for (i = 0; i < c->n; i++)
			out_fieldu(d->line + c->line[i]);
		out_end();
	}
	doc_take(d, in, more);
	return 1;
}

int
listed_records(struct records *r, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;
	enum record_line kind = record_line(r, in, line, &more);

	if (kind == RECORD_NONE)
		return 0;
	put_labels(d, r);
	put_row(d->line, field_value, r, r->n, MARKUP_CELLS, slice_of(&r->source), 1);
	put_why(d->line, "row", GRADE_STRONG, "names and values of records that have the same names");
	if (kind == RECORD_FIELDED)
		put_lines(d, r);
	doc_take(d, in, more);
	return 1;
}

int
listed_sheet(struct labelsheet *s, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;

	if (!sheet_line(s, in, line, &more))
		return 0;
	put_labels(d, &s->row);
	put_row(d->line, field_value, &s->row, s->row.n, MARKUP_CELLS, slice_of(&s->row.source), 1);
	put_why(d->line, "row", GRADE_STRONG, "a sheet of labels and values: others have the same labels, or these are called as columns are");
	put_lines(d, &s->row);
	doc_take(d, in, more);
	return 1;
}

static struct slice
slashed_cell(const void *s, size_t i)
{
	return ((const struct slashed *)s)->cell[i];
}

int
listed_slashed(struct slashed *s, struct docpos *d, struct lines *in, struct slice *line)
{
	if (!slashed_line(s, in, line))
		return 0;
	put_row(d->line, slashed_cell, s, s->n, MARKUP_CELLS, *line, 1);
	put_why(d->line, "row", GRADE_STRONG, "strokes that part its neighbours into as many cells");
	return 1;
}

static struct slice
tails_cell(const void *t, size_t i)
{
	return ((const struct tails *)t)->cell[i];
}

int
listed_tails(struct tails *t, struct docpos *d, struct lines *in, struct slice *line)
{
	enum tails_line kind = tails_line(t, in, line);

	if (kind == TAILS_UNREAD) {
		put_record("text", d->line, *line);
		out_warn(MSG_UNREAD_TABLE, doc_here(d));
	}
	if (kind != TAILS_ROW)
		return kind == TAILS_UNREAD;
	put_row(d->line, tails_cell, t, t->n, MARKUP_CELLS, *line, 1);
	put_why(d->line, "row", t->sure ? GRADE_STRONG : GRADE_WEAK, "lines that all end in a mark, a word for a state, or an office in brackets");
	return 1;
}
