/*
 * about.h - what there is to say about a row, held back until its annotations are through
 */
#ifndef TZ_TABLE_ABOUT_H
#define TZ_TABLE_ABOUT_H

#include "base/buf.h"
#include "stream/again.h"
#include "stream/msg.h"

struct about {
	unsigned long line;
	size_t cells, cols;   /* in the row, in its header */
	size_t shifted;       /* columns that it lacks at its left */
	size_t empty;         /* cells at its left that may have been merged with those above */
	unsigned long header; /* the line of the header that is carried over a line of text to it, or that it does not fit */
	enum msg what;
	unsigned says;        /* nothing, for most rows: then none of the others need be looked at */
	struct buf fills;     /* its `fill` records, and `why` */
	struct buf unclear;   /* what is not clear about the header; ends in NUL */
	struct again said;    /* what was said of rows: once for each header and numbers */
};

/* What it says, as bits. */
enum {
	SAYS_TEXT = 1,    /* it is no row: a line of text, of which `what` is said */
	SAYS_UNCLEAR = 2, /* what its columns are called is not clear */
	SAYS_TOTAL = 4,
	SAYS_REPEAT = 8,
	SAYS_EMPTY = 16,
	SAYS_BROKEN = 32, /* it is not UTF-8 */
	SAYS_SHIFTED = 64,
	SAYS_FITTED = 128,
	SAYS_RAGGED = 256,
	SAYS_ALONE = 512, /* it begins a table without a header */
	SAYS_LOST = 1024, /* its header was lost behind a line of text, or */
	SAYS_CARRIED = 2048,
	SAYS_WHY = 4096 /* nothing else: `why` records are among its fills */
};

/* It is to say that what COLS columns are called is not clear: WHY. */
void about_unclear(struct about *a, const char *why, size_t cols);
/* Writes the records about the row, and forgets it. */
void about_say(struct about *a, const char *file);
/* At the end of a document: says what came more than once. */
void about_say_all(struct about *a, const char *file);

#endif
