/*
 * program.h - the shape of a pattern as steps: Thompson's construction (Regular expression search algorithm, 1968)
 */
#ifndef TZ_WORDS_PROGRAM_H
#define TZ_WORDS_PROGRAM_H

#include <stdint.h>

#include "words/syntaxnode.h"

/* A step; A, and B of STEP_SPLIT, are the ones after it. */
enum step_kind {
	STEP_MATCH,
	STEP_NEVER,
	STEP_CHAR, /* the character `c` */
	STEP_SET,  /* one of the set `c` of the shape */
	STEP_SPLIT,
	STEP_START, /* passes only at the start of the subject */
	STEP_LINE_END,
	STEP_END
};

struct step {
	enum step_kind kind;
	uint32_t a, b, c;
};

struct program {
	struct step *step; /* the first two are STEP_MATCH and STEP_NEVER */
	size_t n, cap;
	uint32_t start;
};

/* Fills P, which starts as {0}. 0 if it would be too long. */
int program_make(struct program *p, const struct syntax *s);

#endif
