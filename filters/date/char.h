/*
 * char.h - what a character may be in a date
 *
 * The grammar asks by a look at one character whether anything begins there;
 * nearly always nothing does, and the words need not be compared.
 */
#ifndef TZ_DATE_CHAR_H
#define TZ_DATE_CHAR_H

#include <stdint.h>

enum {
	DC_BLANK = 1,
	DC_DIGIT = 2,     /* 0 to 9 */
	DC_KANJI = 4,     /* a number in ideographs */
	DC_ERA = 8,       /* in the name of an era */
	DC_RELATIVE = 16, /* begins 今年, 翌月, 年内, 毎年 */
	DC_PART = 32,     /* begins 末, 上半期, 夏, 当初, … */
	DC_BEHIND = 64,   /* begins what is said behind a date: 頃, まで, ～, ( */
	DC_LEAD = 128,    /* may stand before 年 or 月 inside a date */
	DC_HOLE = 256,    /* ○, ×, X: stands for a digit that is not known yet */
	DC_DASH = 512,
	DC_UNIT = 1024,   /* behind a number with a separator: that is no date */
	DC_NUMBER = DC_DIGIT | DC_KANJI,
};

enum { DC_END = 0x10000 };

extern uint16_t date_chars[DC_END];

void date_chars_load(void); /* behind eras_load */

static inline unsigned
char_is(uint32_t c, unsigned classes)
{
	return c < DC_END ? date_chars[c] & classes : 0;
}

#endif
