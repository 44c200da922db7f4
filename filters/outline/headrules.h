/*
 * headrules.h - the table words/headings.tsv is asked about a line
 *
 * Nearly all lines begin with a character that no heading begins with, and
 * the others with one that few schemes begin with: what each character can do
 * is asked once of each pattern.
 */
#ifndef TZ_OUTLINE_HEADRULES_H
#define TZ_OUTLINE_HEADRULES_H

#include "outline/headtable.h"

enum { HEAD_ANSWERS = 2048 };

/* What can begin as a line does: schemes and rules `not`, as bits. */
struct begun {
	uint64_t schemes, nots;
};

/* Starts as {0}; then headtable_load. */
struct headrules {
	struct headtable table;
	struct head_answer {
		char start[16]; /* of a line, */
		size_t n;       /* in bytes; 0: no answer yet */
		struct begun can;
	} answers[HEAD_ANSWERS];
	unsigned char seen[0x10000 / 8], can[0x10000 / 8]; /* of each character: whether it was asked, whether a heading begins with it */
	struct buf skeleton;     /* of the line at hand */
};

/* False if no heading begins like LINE, as written, behind its blanks. */
int head_may_begin(struct headrules *k, struct slice line);
/* A line that may be a heading. */
struct head_line {
	struct slice text, skeleton;
	uint64_t nots; /* rules that it may match */
	int all;       /* of the check build: every rule is asked */
};
/* The first scheme that TEXT, folded and without blanks around it, begins with, having matched, and what else is known
 * then; NULL if there is none. */
const struct scheme *head_scheme(struct headrules *k, struct head_line *l, struct slice text, struct place at);
enum head_looks { HEAD_STANDS, HEAD_BREAKS_OFF, HEAD_IS_NONE };
/* HEAD_IS_NONE: the line, of which head_scheme has found the scheme, looks like a heading and is none; or TITLE, which may
 * be empty, cannot be one of a heading. WIDE: what stands between number and title does not stand between a number and
 * what it counts. */
enum head_looks head_looks(struct headrules *k, const struct head_line *l, struct slice title, int wide, struct place at);
/* TEXT, folded and without blanks around it, is a line of KIND. */
int head_line_is(struct headrules *k, enum other_line kind, struct slice text, struct place at);

#endif
