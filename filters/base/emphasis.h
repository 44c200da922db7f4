/*
 * emphasis.h - which * _ ~ of a text are emphasis: the delimiter runs of CommonMark 0.31 section 6.2, and GFM's ~~
 */
#ifndef TZ_BASE_EMPHASIS_H
#define TZ_BASE_EMPHASIS_H

#include "base/buf.h"

/* Runs in one text; what more there are is not emphasis. */
enum { RUNS = 64 };

struct emphasis {
	struct run {
		size_t at, n;    /* where it stands in the text put together so far; bytes that are left of it */
		char c;
		unsigned char opens, closes, whole; /* WHOLE: its length modulo 3, and whether it is over 2 */
		size_t used_left, used_right;       /* of its bytes, those that are emphasis */
	} run[RUNS];
	size_t n;
};

/* A run of N bytes C stands at AT, between the characters BEFORE and AFTER (0: the end of the text). */
void emphasis_run(struct emphasis *e, size_t at, size_t n, char c, unsigned long before, unsigned long after);
/* Pairs them, and takes those that are emphasis out of TEXT, in which the runs stand. ~~ stays: struck out is said. */
void emphasis_drop(struct emphasis *e, struct buf *text);

#endif
