/*
 * added.h - the annotations that a filter adds to a text record
 *
 * They stand behind those that the record has already, and so wait until the
 * next record comes. All are of one kind and one line.
 */
#ifndef TZ_ADDED_H
#define TZ_ADDED_H

#include "rec.h"

struct added {
	enum kind kind;
	struct buf text;    /* what waits: the fields of each, ended by LF */
	unsigned long line; /* of all of them */
	size_t *from, n, cap; /* where each begins in text */
};

/* Begins an annotation of line LINE. The caller appends its fields and LF to the text. */
static inline void
added_begin(struct added *a, unsigned long line)
{
	if (a->text.n == 0)
		a->n = 0;
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 16;
		a->from = erealloc(a->from, a->cap * sizeof(*a->from));
	}
	a->from[a->n++] = a->text.n;
	a->line = line;
}

/* COLUMN TAB as the first field: few tables have ten. */
static inline void
added_column(struct added *a, size_t column)
{
	if (column < 10)
		buf_addc(&a->text, (char)('0' + column));
	else
		buf_addu(&a->text, column);
	buf_addc(&a->text, '\t');
}

/* Hands on what waits. Behind it another line may begin. */
void added_pass(struct added *a);
static inline void
added_flush(struct added *a)
{
	if (a->text.n)
		added_pass(a);
}

#endif
