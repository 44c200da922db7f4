/*
 * why.h - why a filter decided as it did, for `tanzaku explain`
 *
 * With the option --why each filter says what it rests on, in annotations
 *
 *	why LINE FILTER DECISION GRADE EVIDENCE RULE
 *
 * Without it, out_why costs one look at a flag, and nothing is written.
 */
#ifndef TZ_STREAM_WHY_H
#define TZ_STREAM_WHY_H

#include "stream/rec.h"

/* Fields of `why`, counted from 0 behind LINE. */
enum { WHY_FILTER, WHY_DECISION, WHY_GRADE, WHY_EVIDENCE, WHY_RULE, WHY_FIELDS };

/* How sure a decision is: the document's own syntax says so; shape, repetition or contrast do; a word does. */
enum grade { GRADE_CERTAIN, GRADE_STRONG, GRADE_WEAK };

extern int why_wanted; /* --why was given */

/* Says of the text record of LINE, behind it: DECISION rests on EVIDENCE. RULE is "FILE:LINE" of the tables, or empty. The
 * filter is the stage that runs. */
void why_write(unsigned long line, const char *decision, enum grade grade, const char *evidence, struct slice rule);
static inline void
out_why(unsigned long line, const char *decision, enum grade grade, const char *evidence, struct slice rule)
{
	if (why_wanted)
		why_write(line, decision, grade, evidence, rule);
}
/* The same, appended to TO. */
void add_why(struct buf *to, unsigned long line, const char *decision, enum grade grade, const char *evidence, struct slice rule);

/* True if R is a `why` of the stage that runs: a filter drops its own before it says them anew. */
int why_is_own(const struct rec *r);

#endif
