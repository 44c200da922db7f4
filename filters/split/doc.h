/* doc.h - the document at hand, and where in it split is */
#ifndef TZ_SPLIT_DOC_H
#define TZ_SPLIT_DOC_H

#include "base/buf.h"
#include "stream/lines.h"
#include "stream/msg.h"

struct docpos {
	struct buf name;    /* with a NUL behind it; empty before the first document */
	unsigned long line; /* the one written last */
	size_t column;      /* of that line: where the piece written last begins */
	size_t pieces;      /* of that line: the characters in all its pieces so far */
	int row;            /* the line before has cells between tabs */
	int page;           /* it is one for `pages`; -1: not yet known */
};

void doc_begin(struct docpos *d, struct slice name); /* NAME escaped */
struct place doc_here(const struct docpos *d);
/* A note "KIND TAB FIELDS" about the line written last becomes the record KIND. */
void doc_note(const struct docpos *d, struct slice fields);
/* Drops N lines from the stream, which are part of a record by now; the notes among them follow it. */
void doc_take(struct docpos *d, struct lines *in, size_t n);
/* Counts L, and the columns at which the pieces of a cut line begin. */
void doc_count(struct docpos *d, const struct line *l);

#endif
