/*
 * begins.h - which characters a match can begin with: kept for each, so that a text that begins with another costs one look-up
 *
 * Whether one can, the shape of the pattern says (re_may_begin), built-in or a user's, when the character first comes.
 */
#ifndef TZ_WORDS_BEGINS_H
#define TZ_WORDS_BEGINS_H

#include "base/buf.h"
#include "words/chars.h"
#include "words/re.h"

/* By character of the BMP. Starts as {0}; memory that is not touched is not taken. */
struct begins {
	unsigned char known[CHARS_BMP]; /* BEGINS_NOT, BEGINS; 0: has not come yet */
};
enum { BEGINS_NOT = 1, BEGINS };

/* Finds it out of C, whose bytes S begins with. */
int begins_find(struct begins *b, struct re *re, uint32_t c, struct slice s);

/* False if no match of RE begins with the character at the start of S, well-formed UTF-8 and not empty. */
static inline int
begins_may(struct begins *b, struct re *re, struct slice s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint32_t c = *p;

	if (c >= 0xf0)
		return 1;
	if (c >= 0xe0)
		c = (p[0] & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU);
	else if (c >= 0x80)
		c = (p[0] & 0x1fU) << 6 | (p[1] & 0x3fU);
	return b->known[c] ? b->known[c] == BEGINS : begins_find(b, re, c, s);
}

#endif
