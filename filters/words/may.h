/*
 * may.h - whether a text can match a pattern at all
 *
 * Most lines hold nothing of what a pattern looks for, and to have PCRE2 find
 * that out took most of the time of documents of running text. The shape of a
 * pattern (syntax.h) is a plain automaton, whose states are made when they are
 * first come to: then a character costs two look-ups. It is read from the
 * pattern itself, built-in or a user's, and never says no where there is a match.
 */
#ifndef TZ_WORDS_MAY_H
#define TZ_WORDS_MAY_H

#include "base/buf.h"

struct may;

/* Reads PATTERN. NULL if that has something in it that syntax.h does not understand. Kept to the end. */
struct may *may_new(struct slice pattern);

/* False if nothing in S, well-formed UTF-8, matches at or after its byte START. */
int may_match(struct may *m, struct slice s, size_t start);
/* False if nothing matches at START itself. */
int may_match_at(struct may *m, struct slice s, size_t start);
/* False if no text that begins with S matches at its start. */
int may_begin(struct may *m, struct slice s);
/* True if all matches begin with one character, which PCRE2's machine code looks for at the speed of a vector. */
int may_begins_alike(const struct may *m);
/* False once it has said yes so often, or needed so many states, that to ask it before PCRE2 costs more than it saves. */
int may_is_useful(const struct may *m);
/* False once it has needed so many: until then it may be asked before what costs more than PCRE2. */
int may_is_cheap(const struct may *m);

#endif
