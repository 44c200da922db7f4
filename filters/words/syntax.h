/*
 * syntax.h - what a pattern is made of, read from the pattern itself
 *
 * As much of PCRE2's syntax (pcre2pattern(3)) as the tables use, and never
 * less than a pattern matches: what looks around or back is left out, what
 * gives nothing back may, and counts are rounded up. So a text without the
 * shape has no match, and the patterns need no second form kept by hand.
 */
#ifndef TZ_WORDS_SYNTAX_H
#define TZ_WORDS_SYNTAX_H

#include "words/syntaxnode.h"

/* Reads PATTERN into S, which starts as {0}. 0 if there is something in it that is not understood: then nothing is known. */
int syntax_read(struct syntax *s, struct slice pattern);

#endif
