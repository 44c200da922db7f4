/*
 * re.h - PCRE2 patterns: compiled once and late, JIT, subjects known to be UTF-8
 *
 * Limits of steps, depth and memory keep a hostile line from making a pattern
 * backtrack for hours: such a line counts as "no match" and is said (matchlimit.h).
 * PCRE2 here: UTF and UCP are on, so \d, \w and [[:alpha:]] know Unicode.
 */
#ifndef TZ_WORDS_RE_H
#define TZ_WORDS_RE_H

#include "base/buf.h"
#include "stream/msg.h"
#include "words/rules.h"

struct re; /* made once, kept to the end */

/* Takes PATTERN, to be compiled when it is first asked. */
struct re *re_new(struct slice pattern, struct place from);
/* Whether the pattern in FIELD of R, a user's rule, can be compiled. An error says FILE:LINE, the offset and
 * PCRE2's reason, and exits with 2. */
void re_check(const struct rule *r, size_t field);

/* Matches at or after byte START of SUBJECT, which must be well-formed UTF-8. 1 or 0.
 * AT is the line to blame when a limit is hit. */
int re_match(struct re *re, struct slice subject, size_t start, struct place at);
/* The same, but only at START itself. */
int re_match_at(struct re *re, struct slice subject, size_t start, struct place at);
/* False if nothing in SUBJECT matches: asked of the shape alone, where that is understood, and said of the check build's PCRE2. */
int re_may_match(struct re *re, struct slice subject);
int re_may_match_at(struct re *re, struct slice subject, size_t start); /* the same of matches at START */
/* False if nothing that begins with START can match at its beginning. */
int re_may_begin(struct re *re, struct slice start);
/* True if RE matches at the start of a subject or nowhere: ^ begins it. */
int re_at_start(struct re *re);
/* No match has fewer characters. */
size_t re_shortest(struct re *re);
/* Group N of the last match; {NULL, 0} where it took no part. A slice of the subject. */
struct slice re_group(const struct re *re, unsigned n);
/* The number of the group NAME, for re_group; one that takes no part in any match where there is none. */
unsigned re_number(struct re *re, const char *name);
struct slice re_named(const struct re *re, const char *name);
/* The name of the last (*MARK:name) that the match passed, or NULL. */
const char *re_mark(const struct re *re);

#endif
