/* ctx.c - what dates lean on; see date/ctx.h */
#include "date/ctx.h"

enum { DEPTHS = 101 };

/* A section that is open. Frame 0 is the document. */
static struct frame {
	unsigned long depth;
	struct datectx own;    /* the nearest date of its own text */
	struct datectx inside; /* the nearest one of the closed sections in it */
	struct datectx now;
} frames[DEPTHS];
static int top;

static struct datectx cell, header, record, base;

/* Years in several cells of one row are those of its columns: 平成19年度 | 平成20年度. Nobody below leans on the last one. */
static struct {
	int year;    /* of the first cell that has one */
	int cells;   /* begun in this record */
	int in_cell; /* which of them that was */
	int differ;  /* another cell has another year */
} columns;

void
ctx_begin_doc(const long *day)
{
	top = 0;
	frames[0] = (struct frame){0};
	base = day ? ctx_of_day(*day) : (struct datectx){0};
	record.kind = CTX_NONE;
	ctx_begin_record();
}

void
ctx_begin_section(unsigned long depth)
{
	while (top > 0 && frames[top].depth >= depth) {
		const struct frame *f = &frames[top--];

		if (f->own.kind || f->inside.kind)
			frames[top].inside = f->own.kind ? f->own : f->inside;
	}
	if (top + 1 < DEPTHS)
		frames[++top] = (struct frame){.depth = depth};
}

void
ctx_begin_record(void)
{
	if (record.kind) {
		frames[top].own = record;
		frames[top].own.from = FROM_OTHER;
		if (columns.differ)
			frames[top].own.kind = CTX_SPAN;
	}
	record.kind = CTX_NONE;
	columns.cells = columns.in_cell = columns.differ = 0;
	ctx_begin_cell(NULL);
}

void
ctx_begin_cell(const struct datectx *of_column)
{
	cell.kind = CTX_NONE;
	header.kind = CTX_NONE;
	columns.cells++;
	if (of_column)
		header = *of_column;
}

static const struct datectx *
in_sections(void)
{
	int i;

	for (i = top; i >= 0; i--)
		if (frames[i].own.kind)
			return &frames[i].own;
	for (i = top; i > 0; i--)
		if (frames[i].inside.kind)
			return &frames[i].inside;
	return &base;
}

static const struct datectx *
nearest(void)
{
	if (cell.kind)
		return &cell;
	if (header.kind)
		return &header;
	return record.kind ? &record : in_sections();
}

static const struct datectx *
present(void)
{
	static const struct datectx unknown;
	const struct datectx *near = nearest();
	int i;

	if (base.kind)
		return &base;
	for (i = top; i >= 0; i--)
		if (frames[i].now.kind)
			return &frames[i].now;
	return near->aside ? &unknown : near;
}

void
ctx_look(struct datelook *look)
{
	look->near = *nearest();
	look->now = *present();
}

static void
note_year(const struct datectx *c)
{
	if (c->kind != CTX_FISCAL && c->kind != CTX_YEAR)
		return;
	if (!columns.in_cell) {
		columns.in_cell = columns.cells;
		columns.year = c->year;
	} else if (columns.in_cell != columns.cells && columns.year != c->year) {
		columns.differ = 1;
	}
}

void
ctx_add(const struct date *d)
{
	if (d->now.kind)
		frames[top].now = d->now;
	if (!d->v.known || !d->v.as.kind)
		return;
	cell = record = d->v.as;
	note_year(&d->v.as);
}
