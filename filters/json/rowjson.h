/* rowjson.h - the cells of a row as JSON; nearly all bytes of a large document pass through here */
#ifndef TZ_JSON_ROWJSON_H
#define TZ_JSON_ROWJSON_H

#include "base/buf.h"
#include "stream/cols.h"
#include "stream/rec.h"

/* The names of a header's columns as they are written, so that a table escapes its names once. */
struct row_keys {
	unsigned long edition; /* of the columns that these are */
	struct buf text;       /* "NAME": and "NAME": and …, and JW_SHORT bytes that can be read */
	size_t *from, n, cap;  /* where each begins, and where the last one ends */
};

/* Those of the header in force; none where there is none. Valid until it changes. */
const struct row_keys *row_keys(struct cols *c);
/* "NAME":  of column I (from 0, below n). */
static inline struct slice
row_key(const struct row_keys *k, size_t i)
{
	return (struct slice){k->text.p + k->from[i], k->from[i + 1] - k->from[i]};
}

/* Appends  ,"cells":{…}  of row R, under the names of C. A cell in spreadsheet quotes is what is in them. */
void row_cells(struct buf *to, struct cols *c, const struct rec *r);
/* Appends  ,"quoted":[…]  the names of the cells of the last row that stood in quotes, if any. */
void row_quoted(struct buf *to);

#endif
