/*
 * cols.h - which columns a row belongs to
 *
 * tanzaku(5): a row belongs to the nearest `cols` record before it in its
 * document, unless a head, a legend or a text that is not blank stands
 * between. Its cells are named by the header's, in order; a name that comes
 * again gets " (2)", " (3)" …; a cell without a name is named by its number.
 */
#ifndef TZ_COLS_H
#define TZ_COLS_H

#include "buf.h"
#include "rec.h"

struct cols {
	int bound;         /* a header is in force */
	struct buf names;  /* the unique names, one after another */
	size_t *end;       /* end[i]: where name i ends in names */
	size_t n, cap;
	struct buf head;   /* the header's fields, escaped, with their tabs */
	struct fields f;   /* scratch */
};

/* Shows a record to the tracker; call it for every record, in order. */
void cols_see(struct cols *c, const struct rec *r);
/* The name of column I (from 0); for one beyond the header, its number, unique as well. */
struct slice cols_name(struct cols *c, size_t i);

#endif
