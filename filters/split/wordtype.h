/* wordtype.h - what a word of a line shows of the column that it may be a cell of, without its being understood */
#ifndef TZ_SPLIT_WORDTYPE_H
#define TZ_SPLIT_WORDTYPE_H

#include "base/buf.h"

enum wordtype {
	WORD_TEXT,
	WORD_FIGURE, /* begins with a digit, behind a sign at most, and is no longer than a figure with its unit, or a date */
	WORD_GRADE,  /* a capital letter, or a sign that is neither letter nor punctuation: A, A+, ◎ */
	WORD_DASH    /* stands for either of them where there is none */
};

enum wordtype wordtype(struct slice word);

#endif
