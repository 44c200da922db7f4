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
	const char *name;   /* of the kind */
	struct buf text;    /* what waits: records, each ended by LF */
	unsigned long line; /* of all of them */
	size_t head;        /* length of KIND TAB LINE TAB; 0 as long as there is none */
	char heads[32];     /* which is made once for all annotations of a record */
};

/* Begins an annotation of line LINE: KIND TAB LINE TAB. The caller appends its fields and LF. */
void added_begin(struct added *a, unsigned long line);
/* COLUMN TAB behind that: few tables have ten. */
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
