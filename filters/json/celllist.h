/*
 * celllist.h - the cells of a row as a list, whose members have the same keys in every document
 *
 *	{"column":NAME,"role":ROLE,"text":TEXT,"raw":TEXT,"filled":TEXT,"line":LINE}
 *
 * What JSON Lines otherwise have in `raw`, `filled` and `lines` stands in its cell; what there is not is null. A column
 * that the row lacks, and that is filled, has a cell whose text is null.
 */
#ifndef TZ_JSON_CELLLIST_H
#define TZ_JSON_CELLLIST_H

#include "base/buf.h"
#include "stream/cols.h"
#include "stream/rec.h"

/* Starts as {0}. */
struct celllist {
	struct buf text; /* JSON values, one after another */
	struct listcell {
		struct celltext {
			size_t from, n; /* in text; n = 0: null */
		} name, text, raw, filled, line;
		enum role role;
	} *v;
	size_t n, own, cap; /* own: those that the row has itself, which come first */
	struct fields f; /* scratch */
	struct buf plain, cell;
};

/* Begins with the cells of R, which C names. */
void celllist_row(struct celllist *l, struct cols *c, const struct rec *r);
/* Takes annotation R, if it is about the text of a cell: 1 if so. */
int celllist_note(struct celllist *l, struct cols *c, const struct rec *r);
/* Appends  ,"cells":[…] */
void celllist_write(struct buf *to, const struct celllist *l);

#endif
