/* rowtext.h - what the cells of a row say, once their escapes and spreadsheet quotes are off */
#ifndef TZ_STREAM_ROWTEXT_H
#define TZ_STREAM_ROWTEXT_H

#include "base/buf.h"
#include "stream/rec.h"

/* Starts as {0}: scratch, in which the texts stand. */
struct rowtext {
	struct buf text, plain;
};

/* The text of a cell. Valid until the next call with T. */
struct slice cell_says(struct rowtext *t, struct slice field);
/* The text of R's first cell, and of the first that is not blank ({0}: all are). Valid until the next call with T. */
void row_says(struct rowtext *t, const struct rec *r, struct slice *first, struct slice *said);

#endif
