/*
 * skeleton.h - what a line has besides letters, and what a pattern cannot do without
 *
 * The skeleton of a line is its ASCII characters and its punctuation of U+3000 to U+303F, a byte each, in order: of
 * (1) 指針の改定 it is "(1) ". Nearly all patterns that know a line which looks like a heading and is none want
 * another blank, bracket or comma behind that. To see that there is none takes a tenth of a match.
 */
#ifndef TZ_SKELETON_H
#define TZ_SKELETON_H

#include <stdint.h>

#include "buf.h"

/* Appends the skeleton of S, well-formed UTF-8. */
void skeleton_add(struct buf *to, struct slice s);
/* The byte that stands for U+3000 + N. */
enum { SKELETON_CJK = 0x80 };

/* Bytes of a skeleton, as bits. */
struct bones {
	uint64_t in[3];
};

/* What each match of a pattern has, one behind the other. */
enum { NEEDS = 8 };
struct needs {
	struct bones of[NEEDS];
	size_t n; /* 0: nothing is known */
};

/* Reads PATTERN, which PCRE2 accepts. What is not sure to be needed is left out: groups, alternatives, options. */
void needs_read(struct needs *n, struct slice pattern);
/* False if no line with this skeleton can match. */
int needs_met(const struct needs *n, struct slice skeleton);

#endif
