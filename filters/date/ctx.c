/* ctx.c - what dates lean on; see date/ctx.h */
#include "date/ctx.h"

#include <string.h>

void
ctx_begin_doc(struct ctx *c, const long *day)
{
	*c = (struct ctx){.in_title = 1};
	if (day) {
		c->base = ctx_of_day(*day);
		c->base.forward = 1;
	}
	ctx_begin_record(c);
}

void
ctx_begin_section(struct ctx *c, unsigned long depth)
{
	while (c->top > 0 && c->frames[c->top].depth >= depth)
		c->top--;
	if (c->top + 1 < CTX_DEPTHS)
		c->frames[++c->top] = (struct frame){.depth = depth};
}

void
ctx_begin_record(struct ctx *c)
{
	c->row.kind = CTX_NONE;
	c->row_years = 0;
	c->lines++;
	c->beside = 0;
	ctx_begin_cell(c, NULL);
}

void
ctx_begin_cell(struct ctx *c, const struct datectx *header)
{
	c->cell.kind = CTX_NONE;
	c->header.kind = CTX_NONE;
	if (header)
		c->header = *header;
}

/* The section's own year: of the innermost heading that has one. */
static struct datectx
section(const struct ctx *c)
{
	int i;

	for (i = c->top; i > 0; i--)
		if (c->frames[i].subject.kind)
			return c->frames[i].subject;
	return (struct datectx){0};
}

/* The writer's present: what a date has told, the day of issue, what was given; else what the document is about. */
static struct datectx
present(const struct ctx *c)
{
	int i;

	for (i = c->top; i >= 0; i--)
		if (c->frames[i].told.kind)
			return c->frames[i].told;
	for (i = c->top; i >= 0; i--)
		if (c->frames[i].issue.kind)
			return c->frames[i].issue;
	if (c->base.kind)
		return c->base;
	for (i = 0; i <= c->top; i++)
		if (c->frames[i].subject.kind)
			return c->frames[i].subject;
	return (struct datectx){0};
}

void
ctx_look(const struct ctx *c, const struct dexpr *e, struct datelook *look)
{
	int year = e->part == PART_DAY && e->month >= 1 && e->month <= 12 && e->day >= 1 && e->day <= 31 ?
	    c->named[e->month - 1][e->day - 1] : 0;

	*look = (struct datelook){.near = c->cell, .header = c->header, .row = c->row, .era = c->era};
	look->section = section(c);
	look->subject = c->frames[0].subject;
	look->now = present(c);
	look->from_base = look->now.forward;
	look->defines = c->defines;
	if (year > 0)
		look->named = (struct datectx){.kind = CTX_YEAR, .year = year, .era = ERA_NONE};
}

void
ctx_add(struct ctx *c, const struct date *d)
{
	if (d->now.kind)
		c->frames[c->top].told = d->now;
	if (!d->v.known || !d->v.as.kind)
		return;
	c->cell = c->era = d->v.as;
}

void
ctx_add_row(struct ctx *c, const struct date *d)
{
	const struct datectx *as = &d->v.as;

	if (!d->v.known || !as->kind || d->v.flags & (FLAG_INFERRED_YEAR | FLAG_INFERRED_ERA))
		return;
	if (c->row.kind && c->row.year != as->year)
		c->row_years = 1;
	c->row = *as;
	if (c->row_years)
		c->row.kind = CTX_SPAN;
}
