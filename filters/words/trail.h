/*
 * trail.h - where in its document a row stands: the headings above it, and the id that they make together
 *
 * tanzaku-json(1) says what ids are. Whoever writes them has a trail: the way
 * from the document to the section at hand, a level a heading.
 */
#ifndef TZ_WORDS_TRAIL_H
#define TZ_WORDS_TRAIL_H

#include <stdint.h>

#include "base/buf.h"
#include "stream/msg.h"

/* jq 1.6 gives up at 256 levels of JSON, and a section takes three of them. */
enum { SECTIONS_DEEP = 64 };

/* Starts as {0}. */
struct trail {
	struct trail_level {
		unsigned long depth; /* as the heading's record says; 0: the document */
		size_t id;           /* how much of trail.id is its id */
		uint64_t hash;       /* of that and a '/' */
		unsigned long rows;
	} level[SECTIONS_DEEP + 1];
	size_t n;           /* levels in use; level[n - 1] is the section at hand, level[0] the document */
	struct buf id;      /* of the section at hand */
	struct buf own, tmp;
};

/* A document begins; all ids are forgotten. */
void trail_begin(struct trail *t);
/* Is the section at hand one that cannot hold a heading of DEPTH? Then it is to be left. */
int trail_must_leave(const struct trail *t, unsigned long depth);
void trail_leave(struct trail *t);
/* No more sections can be nested: one must be left that could hold the next. */
int trail_full(const struct trail *t);
/* Enters the section that HEAD, the fields of its record, begins; returns its own part of its id, which is in t->id.
 * PLAIN: nothing in HEAD is escaped. */
struct slice trail_enter(struct trail *t, unsigned long depth, const struct slice *head, int plain);

/* The own part of the id of the next row here, and the hash of its id, for ids_give(). FIRST is the text of its first
 * cell, SAID that of the first one that says something (empty: none does). *LABEL tells that it is an item label, in
 * which there is nothing to escape. Valid until the next call. */
struct slice trail_row(struct trail *t, struct slice first, struct slice said, struct place at, uint64_t *hash, int *label);

#endif
