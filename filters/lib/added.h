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
	struct annotation {
		size_t from;   /* where it begins in text */
		size_t column; /* what it begins with */
		uint64_t same; /* see added_same */
	} *v;
	size_t n, cap;
};

/* Begins an annotation of line LINE. The caller appends its fields and LF to the text. */
static inline void
added_begin(struct added *a, unsigned long line)
{
	if (a->text.n == 0)
		a->n = 0;
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 16;
		a->v = erealloc(a->v, a->cap * sizeof(*a->v));
	}
	a->v[a->n++] = (struct annotation){a->text.n, 0, 0};
	a->line = line;
}

/* COLUMN TAB as the first field: few tables have ten. */
static inline void
added_column(struct added *a, size_t column)
{
	a->v[a->n - 1].column = column;
	if (column < 10)
		buf_addc(&a->text, (char)('0' + column));
	else
		buf_addu(&a->text, column);
	buf_addc(&a->text, '\t');
}

/* How long annotation I is. */
static inline size_t
added_length(const struct added *a, size_t i)
{
	return (i + 1 < a->n ? a->v[i + 1].from : a->text.n) - 1 - a->v[i].from;
}

/* Annotation I as a record that no stream holds. */
static inline struct rec
added_rec(const struct added *a, size_t i)
{
	return (struct rec){.kind = a->kind, .line = a->line, .rest = {a->text.p + a->v[i].from, added_length(a, i)}};
}

/*
 * A filter that keeps what it has said, to say it again, may number that: all
 * annotations with the number SAME have the same fields behind their column,
 * which are short, and who is behind in the same program can keep what he made
 * of them by the number. 0: it has none.
 */
static inline void
added_same(struct added *a, uint64_t same)
{
	a->v[a->n - 1].same = same;
}

/* The three at once: TAIL is what stands behind the column, and ends with LF. */
static inline void
added_whole(struct added *a, unsigned long line, size_t column, struct slice tail, uint64_t same)
{
	added_begin(a, line);
	added_column(a, column);
	added_same(a, same);
	buf_adds(&a->text, tail);
}

/* N new numbers, one behind the other: the first. */
uint64_t added_numbers(size_t n);

/* Hands on what waits. Behind it another line may begin. */
void added_pass(struct added *a);
static inline void
added_flush(struct added *a)
{
	if (a->text.n)
		added_pass(a);
}

#endif
