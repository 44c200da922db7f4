/*
 * memo.h - what was worked out for a short text, kept for when it comes again
 *
 * The cells of a column repeat. A memo holds the last answer for each hash of
 * its texts: a new one takes the place of an old one, so memory is bounded.
 */
#ifndef TZ_BASE_MEMO_H
#define TZ_BASE_MEMO_H

#include <stdint.h>

#include "base/buf.h"
#include "base/check.h"

enum { MEMO_SIZE = 1024, MEMO_LONGEST = 256 };

struct memo {
	struct memo_entry {
		struct buf text; /* the question, then the answer */
		size_t asked;    /* length of the question */
		int how;         /* what else the answer depends on */
		int result;      /* the caller's, beside the answer, */
		uint64_t same;   /* and these */
		size_t lines;
		int known;
	} *e[MEMO_SIZE];
	struct memo_entry *again; /* of the check build: asked again; its answers are compared at the next question */
	struct memo_was {         /* what was known of that one */
		struct buf text;
		int result;
		size_t lines;
	} was;
};

/* The entry for TEXT asked HOW: if it is known, it holds the answer; if not, the caller appends the
 * answer to its text and sets known. NULL if TEXT is too long to be kept. */
struct memo_entry *memo_find(struct memo *m, struct slice text, int how);
struct slice memo_answer(const struct memo_entry *e);

#endif
