/*
 * unread.h - the cells of columns of dates that give none: said once for each text
 *
 * A table of a thousand rows may say the same unknown thing in each of them.
 * The record of each cell is `unresolved` for itself; the `warn` record stands
 * at the first cell, and what is printed at the document's end has their number.
 */
#ifndef TZ_DATE_UNREAD_H
#define TZ_DATE_UNREAD_H

#include "stream/warn.h"

enum {
	UNREAD_TEXTS = 256, /* different ones that are told apart in a document */
	UNREAD_BYTES = 60   /* of each that are shown, which its end tells */
};

/* Starts as {0}. */
struct unread {
	struct unread_text {
		struct buf text; /* the cell */
		unsigned long line, count;
	} of[UNREAD_TEXTS + 1]; /* the last one stands for all that have no place */
	size_t n;
	struct buf record; /* `warn` records that wait */
	struct unread_text undated; /* cells that are dates, and nothing tells of which days: one kind, whatever they say */
};

/* Counts a cell with TEXT, in FILE. UNDATED: it is a date, which lacks its year or the like. */
void unread_cell(struct unread *u, struct slice text, int undated, struct place at);
/* Writes the `warn` records of the cells counted since. */
void unread_flush(struct unread *u);
/* Prints what was counted in FILE, and forgets it. */
void unread_end(struct unread *u, const char *file);
/* True for a record that this wrote. */
int unread_is_own(const struct rec *r);

#endif
