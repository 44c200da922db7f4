/*
 * skeleton.h - what a line has besides letters, and what a pattern cannot do without
 *
 * The skeleton of a line is what it has but ideographs and kana, a byte each, in order: of (1) 指針の改定 it is
 * "(1) ". Nearly all patterns that know a line which looks like a heading and is none want another blank, bracket or
 * comma behind that. To see that there is none takes a tenth of a match.
 */
#ifndef TZ_OUTLINE_SKELETON_H
#define TZ_OUTLINE_SKELETON_H

#include <stdint.h>

#include "base/buf.h"

/* Appends the skeleton of S, well-formed UTF-8. */
void skeleton_add(struct buf *to, struct slice s);
/* The bytes that stand for U+3000 + N, for the dot in the middle, and for all that is neither these nor ASCII nor, from
 * U+3040 to U+DFFF, a kana, an ideograph or the like. */
enum { SKELETON_CJK = 0x80, SKELETON_DOT = 0xc0, SKELETON_OTHER };

/* Bytes of a skeleton, as bits. */
enum { BONES = 256 };
struct bones {
	uint64_t in[BONES / 64];
};

/* What each match of a pattern has, one behind the other. */
enum { NEEDS = 8 };
struct needs {
	struct bones of[NEEDS];
	size_t n; /* 0: nothing is known */
};

/* Reads PATTERN, which PCRE2 accepts. What is not sure to be needed is left out: classes like \p{L}, what is optional, most
 * of what has alternatives. */
void needs_read(struct needs *n, struct slice pattern);
/* False if no line with this skeleton can match. */
int needs_met(const struct needs *n, struct slice skeleton);

/* Which of many patterns, each a bit or several of them one, a line may match, by one thing that each needs: it is found
 * while the skeleton is looked at once. To ask them one by one took a sixth of the work on a heading. Starts as {0}. */
struct needs_index {
	uint64_t of[BONES], always;
};
void needs_index(struct needs_index *x, const struct needs *n, uint64_t bit);

static inline uint64_t
needs_among(const struct needs_index *x, struct slice skeleton)
{
	uint64_t bits = x->always;
	size_t i;

	for (i = 0; i < skeleton.n; i++)
		bits |= x->of[(unsigned char)skeleton.p[i]];
	return bits;
}

#endif
