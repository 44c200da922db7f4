/*
 * form.h - what a cell looks like, whatever it says
 */
#ifndef TZ_TABLE_FORM_H
#define TZ_TABLE_FORM_H

#include "base/buf.h"

/* Bits, for the forms of all cells of a column. */
enum form {
	FORM_EMPTY = 1,
	FORM_FIGURE = 2, /* 12, 3.4%, ▲5千円 */
	FORM_SIGN = 4,
	FORM_OFFICE = 8, /* who does it */
	FORM_PROSE = 16,
	FORM_WORDS = 32,
	FORM_STATE = 64, /* how far it is */
	FORM_DAY = 128,
	FORM_SHORT = 256 /* one or two letters: a sign or a word */
};

/* The form of CELL, or two of them. */
unsigned short form_of(struct slice cell);
/* FORM_EMPTY or FORM_PROSE, if that is the form of CELL; else 0, and it is one of words, which takes longer to tell. */
unsigned short form_begin(struct slice cell);

#endif
