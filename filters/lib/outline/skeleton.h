/*
 * skeleton.h - what a line has besides letters, and what a pattern cannot do without
 *
 * The skeleton of a line is what it has but ideographs and kana, a byte each, in order: of (1) 指針の改定 it is
 * "(1) ". Nearly all patterns that know a line which looks like a heading and is none want another blank, bracket or
 * comma behind that. To see that there is none takes a tenth of a match.
 */
#ifndef TZ_SKELETON_H
#define TZ_SKELETON_H

#include <stdint.h>

#include "buf.h"

/* Appends the skeleton of S, well-formed UTF-8. */
void skeleton_add(struct buf *to, struct slice s);
/* The bytes that stand for U+3000 + N, for the dot in the middle, and for all that is neither these nor ASCII nor, from
 * U+3040 to U+DFFF, a kana, an ideograph or the like. */
enum { SKELETON_CJK = 0x80, SKELETON_DOT = 0xc0, SKELETON_OTHER };

/* Bytes of a skeleton, as bits. */
struct bones {
	uint64_t in[4];
};
struct bones skeleton_bones(struct slice skeleton);

/* What each match of a pattern has, one behind the other. */
enum { NEEDS = 8 };
struct needs {
	struct bones of[NEEDS];
	size_t n; /* 0: nothing is known */
};

/* Reads PATTERN, which PCRE2 accepts. What is not sure to be needed is left out: classes like \p{L}, what is optional, most
 * of what has alternatives. */
void needs_read(struct needs *n, struct slice pattern);
/* False if no line with this skeleton can match. ALL: its bones. */
int needs_met(const struct needs *n, struct slice skeleton, const struct bones *all);

#endif
