/*
 * headrules.h - the table words/headings.tsv
 *
 * Nearly all lines begin with a character that no heading begins with, and
 * the others with one that few schemes begin with: what each character can do
 * is asked once of each pattern.
 */
#ifndef TZ_OUTLINE_HEADRULES_H
#define TZ_OUTLINE_HEADRULES_H

#include "outline/headings.h"
#include "words/re.h"
#include "outline/skeleton.h"

struct scheme {
	struct slice name;
	struct re *re;
	struct needs needs;
	unsigned rank;
	enum evidence weak;
	unsigned mark, gap, key, n; /* its groups, once it has matched */
	int roman;                  /* called roman or …-roman: it counts I, V and X as numerals */
	enum listed listed;         /* a rule `items` or `choices` names it */
	struct place at;            /* where its rule stands */
};

/* Reads the table, FILE's rules (if not NULL) first. To be called once. */
void headrules_load(void);

/* False if no heading begins like LINE, as written, behind its blanks. */
int head_may_begin(struct slice line);
/* A line that may be a heading. */
struct head_line {
	struct slice text, skeleton;
	uint64_t nots; /* rules that it may match */
	int all;       /* of the check build: every rule is asked */
};
/* The first scheme that TEXT, folded and without blanks around it, begins with, having matched, and what else is known
 * then; NULL if there is none. */
const struct scheme *head_scheme(struct head_line *l, struct slice text, struct place at);
enum head_looks { HEAD_STANDS, HEAD_BREAKS_OFF, HEAD_IS_NONE };
/* HEAD_IS_NONE: the line, of which head_scheme has found the scheme, looks like a heading and is none; or TITLE, which may
 * be empty, cannot be one of a heading. WIDE: what stands between number and title does not stand between a number and
 * what it counts. */
enum head_looks head_looks(const struct head_line *l, struct slice title, int wide, struct place at);
/* TEXT, folded and without blanks around it, is a line of KIND. */
int head_line_is(enum line_kind kind, struct slice text, struct place at);

#endif
