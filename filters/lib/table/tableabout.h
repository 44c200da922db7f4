/*
 * tableabout.h - what there is to say about a row, held back until its annotations are through
 */
#ifndef TZ_TABLEABOUT_H
#define TZ_TABLEABOUT_H

#include "buf.h"
#include "msg.h"

struct about {
	unsigned long line;
	size_t cells, cols;   /* in the row, in its header */
	size_t shifted;       /* columns that it lacks at its left */
	size_t empty;         /* cells at its left that may have been merged with those above */
	unsigned long header; /* the line of the header that is carried over a line of text to it */
	int unclear; /* it is no row: a header, and what its columns are called is not clear */
	int text;            /* it is no row: a line of text, of which `what` is said */
	enum msg what;
	int broken, ragged, fitted, alone, lost, total, repeat;
	struct buf fills;     /* its `fill` records */
};

/* Writes the records about the row, and forgets it. */
void about_say(struct about *a, const char *file);

#endif
