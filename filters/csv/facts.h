/*
 * facts.h - what the filters have found out about a row, until it is written
 */
#ifndef TZ_CSV_FACTS_H
#define TZ_CSV_FACTS_H

#include "stream/cols.h"
#include "stream/rec.h"

/* Starts as {0}. */
struct rowfacts {
	struct fact {
		enum kind kind;
		size_t column;       /* of its cell, from 1; 0: of the row */
		size_t from, n;      /* in text: a status' code, a date's start, an office's or a merged column's name, a warning's code */
		size_t second, n2;   /* a date's end, a merged cell's text */
	} *v;
	size_t n, cap;
	struct buf text;
	struct fields f;
};

void facts_clear(struct rowfacts *f);
/* Takes annotation R, if it is of a kind that a table has a column for. */
void facts_add(struct rowfacts *f, const struct rec *r);

/* The first of KIND about COLUMN (0: about any); NULL if there is none. */
const struct fact *facts_first(const struct rowfacts *f, enum kind kind, size_t column);
/* The text that merging has put into the column named NAME; {NULL} if none. */
struct slice facts_fill(const struct rowfacts *f, struct slice name);
/* Appends all of KIND about COLUMN, each once, with semicolons between them. */
void facts_list(struct buf *to, const struct rowfacts *f, enum kind kind, size_t column);

static inline struct slice
fact_text(const struct rowfacts *f, const struct fact *v)
{
	return v ? (struct slice){f->text.p + v->from, v->n} : slice_z("");
}

static inline struct slice
fact_second(const struct rowfacts *f, const struct fact *v)
{
	return v ? (struct slice){f->text.p + v->second, v->n2} : slice_z("");
}

#endif
