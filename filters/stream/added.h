/*
 * added.h - the annotations that a filter adds to a text record
 *
 * They stand behind those that the record has already, and so wait until the
 * next record comes. All are of one kind and one line.
 */
#ifndef TZ_STREAM_ADDED_H
#define TZ_STREAM_ADDED_H

#include "stream/rec.h"

struct added {
	enum kind kind;
	struct buf text;    /* the fields of each, ended by LF; empty if they are loose: see added_loose */
	unsigned long line; /* of all of them */
	struct annotation {
		size_t from;       /* where it begins in text */
		struct slice tail; /* of a loose one, what stands behind the column, ended by LF */
		size_t column;     /* what it begins with */
		uint64_t same;     /* see added_same */
	} *v;
	size_t n, cap; /* those that wait */
};

static inline struct annotation *
added_next(struct added *a, unsigned long line)
{
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 16;
		a->v = erealloc(a->v, a->cap * sizeof(*a->v));
	}
	a->line = line;
	return &a->v[a->n++];
}

/* Puts the text of loose annotations together. */
void added_join(struct added *a);
static inline void
added_settle(struct added *a)
{
	if (a->n && a->text.n == 0)
		added_join(a);
}

/* Begins an annotation of line LINE. The caller appends its fields and LF to the text. */
static inline void
added_begin(struct added *a, unsigned long line)
{
	added_settle(a);
	*added_next(a, line) = (struct annotation){.from = a->text.n};
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

/* Annotation I as a record that no stream holds. Valid until the next call. */
struct rec added_rec(const struct added *a, size_t i);

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

/*
 * All that an annotation is, at once: TAIL is what stands behind the column, and ends with LF. It has to stay as it is
 * until it is handed on, or added_settle() is called: who is behind in the same program looks at nothing but the
 * number, and where all that wait are of this kind their texts, half of what an annotation cost, are not put together.
 */
static inline void
added_loose(struct added *a, unsigned long line, size_t column, struct slice tail, uint64_t same)
{
	if (a->text.n) {
		added_begin(a, line);
		added_column(a, column);
		added_same(a, same);
		buf_adds(&a->text, tail);
	} else {
		*added_next(a, line) = (struct annotation){0, tail, column, same};
	}
}

/* N new numbers, one behind the other: the first. */
uint64_t added_numbers(size_t n);

static inline void
added_clear(struct added *a)
{
	buf_clear(&a->text);
	a->n = 0;
}

/* Hands on what waits. Behind it another line may begin. */
void added_pass(struct added *a);
static inline void
added_flush(struct added *a)
{
	if (a->n)
		added_pass(a);
}

#endif
