/* num.h - numbers as dates have them: in digits, in ideographs of all kinds, and 1 9 where a PDF has spaced them */
#ifndef TZ_DATE_NUM_H
#define TZ_DATE_NUM_H

#include "date/win.h"

struct datenum {
	int value;
	int digits;  /* how many characters */
	int kanji;   /* written in ideographs */
	int padded;  /* a zero comes first: 06 */
	int spaced;  /* blanks stand between its digits */
};

/* Reads a number at I; returns the index behind it, or 0. At most DIGITS digits belong together where
 * blanks may stand between them (SPACED); a longer run without blanks is one number, whose value is -1. */
size_t date_number(struct datewin *w, size_t i, int digits, int spaced, struct datenum *to);

static inline int
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* A digit, or ten, hundred, thousand. */
static inline int
is_kanji_number(uint32_t c)
{
	return char_is(c, DC_KANJI) != 0;
}

#endif
