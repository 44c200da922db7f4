/*
 * chars.h - the characters that have come so far, and what PCRE2 says of them
 *
 * Patterns ask the same of the same few thousand characters over and over:
 * whether one is a letter, a digit, an ideograph. What these words mean,
 * Unicode says through PCRE2, which is asked once for each character. Nothing
 * about it is written down here, so that the two cannot disagree.
 */
#ifndef TZ_WORDS_CHARS_H
#define TZ_WORDS_CHARS_H

#include <stdint.h>

#include "base/buf.h"

enum { CHARS_BMP = 0x10000 };

/* The number that C, of the BMP, has among those that have come: 1 is the first. */
extern uint16_t chars_numbers[CHARS_BMP];
uint16_t chars_new_number(uint32_t c);

static inline uint16_t
chars_number(uint32_t c)
{
	return chars_numbers[c] ? chars_numbers[c] : chars_new_number(c);
}

/* What a pattern of one character asks, as it is written in it (\d, \p{Han}, [[:alpha:]]); the same text, the same
 * property. Never freed: the tables use a few dozen. A negative number: PCRE2 does not know it, or there are too many. */
int chars_property(struct slice text);
/* Whether the pattern of PROPERTY matches C. */
int chars_has(int property, uint32_t c);

#endif
