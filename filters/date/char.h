/*
 * char.h - what a character may be in a date
 *
 * The grammar asks by a look at one character whether anything begins there;
 * nearly always nothing does, and the words need not be compared. Which
 * characters are what is told by the words of dates (date/words.h) and eras.
 */
#ifndef TZ_DATE_CHAR_H
#define TZ_DATE_CHAR_H

#include <stdint.h>

enum {
	DC_BLANK = 1,
	DC_DIGIT = 2,     /* 0 to 9 */
	DC_KANJI = 4,     /* a number in ideographs */
	DC_ERA = 8,       /* in the name of an era */
	DC_RELATIVE = 16, /* begins a word that counts from another date */
	DC_PART = 32,     /* begins what may follow a year or a month */
	DC_BEHIND = 64,   /* begins what is said behind a date */
	DC_LEAD = 128,    /* may stand before the unit of a year or a month inside a date */
	DC_HOLE = 256,    /* stands for a digit that is not known yet */
	DC_DASH = 512,
	DC_FIRST = 1024,  /* the number of an era's first year */
	DC_SEPARATOR = 2048,
	DC_OPEN = 4096,
	DC_CLOSE = 8192,
	DC_ALONE = 16384, /* begins a part of the writer's present */
	DC_SPAN = 32768,  /* begins a half or a quarter */
	DC_RECUR = 65536,
	DC_ENDS = 131072, /* ends a word that tells, before a number, that it is no date */
	DC_NUMBER = DC_DIGIT | DC_KANJI,
};

enum { DC_END = 0x10000 };

extern uint32_t date_chars[DC_END];

void date_chars_load(void); /* behind eras_load; loads the words as well */

static inline unsigned
char_is(uint32_t c, unsigned classes)
{
	return c < DC_END ? date_chars[c] & classes : 0;
}

#endif
