/*
 * speaks.h - what the entries of a group speak of: progress, or what somebody says
 *
 * It takes patterns to know, and most groups are one item of a list, which is no legend whatever it speaks of: so their texts
 * are kept, and asked when a verdict hangs on it.
 */
#ifndef TZ_LEGEND_SPEAKS_H
#define TZ_LEGEND_SPEAKS_H

#include "base/buf.h"

/* Texts that wait for a question. */
struct pending {
	struct buf texts; /* each behind its length and the number of its line */
	size_t asked;     /* bytes of them */
	size_t yes;       /* so many of the texts that were asked are what they were asked for */
};

/* Starts as {0}, and is used anew after speaks_begin; its memory is kept to the end. */
struct speaks {
	struct pending states, speeches, words; /* meanings that may speak of progress, and of what is said; marks that are words */
};

void speaks_begin(struct speaks *s);
/* Adds a copy of TEXT, folded and of the line that is read now (legend_at). */
void pending_add(struct pending *p, struct slice text);

/* How many meanings, and how many words, speak of progress; how many meanings of what is said. A pattern that gives up blames
 * the line of its text. */
size_t speaks_of_states(struct speaks *s);
size_t speaks_by_words(struct speaks *s);
size_t speaks_of_speech(struct speaks *s);

#endif
