/*
 * looks.h - what a cell is written with, whatever it says
 *
 * The classes of its characters, in order, and no word of it: two cells of a
 * column look alike, those of its header look different, in a document whose
 * words nobody knows as well. Full-width ASCII counts as ASCII, half-width
 * katakana as katakana. (The idea is that of Pytheas, VLDB 2020: section 4.2.)
 */
#ifndef TZ_TABLE_LOOKS_H
#define TZ_TABLE_LOOKS_H

#include <stdint.h>

#include "base/buf.h"

enum symbol {
	SYM_NONE,
	SYM_KANJI,
	SYM_HIRAGANA,
	SYM_KATAKANA,
	SYM_DIGIT,
	SYM_LATIN,
	SYM_MARK,  /* ○, ①, %, →: no letter, and no mark of punctuation */
	SYM_OPEN,  /* an opening bracket */
	SYM_CLOSE,
	SYM_POINT, /* what stands inside words and figures: , . / - ・ */
	SYM_STOP   /* 。: a sentence ends */
};

/* So many runs of one class are told apart; what is behind them is not looked at for order. */
enum { LOOKS_RUNS = 7 };

struct looks {
	uint32_t runs;        /* the classes of the first runs of characters, four bits each, the first one lowest */
	uint32_t hash;        /* of all but the blanks: equal cells have equal ones */
	unsigned short set;   /* bits 1 << class of all its characters */
	unsigned short len;   /* in characters without blanks, at most LOOKS_LONG */
	unsigned char first, last; /* classes; SYM_NONE: the cell is blank */
	uint32_t begins, ends; /* its first and last characters; 0: the cell is blank */
	unsigned short spread; /* its letters stand apart: characters with the blanks between them; 0: they do not */
	long number;          /* its first run of digits; -1 if there is none, or it has more than six */
};

enum { LOOKS_LONG = 400 };

struct looks looks_of(struct slice cell);
static inline int
looks_blank(const struct looks *l)
{
	return l->first == SYM_NONE;
}
static inline int
looks_has(const struct looks *l, enum symbol s)
{
	return (l->set >> s & 1) != 0;
}

#endif
