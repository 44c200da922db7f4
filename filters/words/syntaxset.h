/* syntaxset.h - sets and single characters of a pattern */
#ifndef TZ_WORDS_SYNTAXSET_H
#define TZ_WORDS_SYNTAXSET_H

#include "words/syntaxnode.h"

#define SYNTAX_BAD UINT32_MAX /* no node: it is not understood */
/* Reads the set behind its [ from *P; its node, or SYNTAX_BAD. */
uint32_t syntax_read_set(struct syntax *s, const char **p, const char *end, int caseless);
/* Reads the character that is escaped at *P, behind the backslash, into *C. 1; 0: it is no single character. */
int syntax_escaped(const char **p, const char *end, uint32_t *c);
/* Reads \d, \p{…} and the like, from the backslash at *P on: its property, negative if it is none. */
int syntax_property(const char **p, const char *end);
/* Whether C is one of the set number SET. */
int syntax_set_has(const struct syntax *s, size_t set, uint32_t c);

#endif
