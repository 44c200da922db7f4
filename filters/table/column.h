/*
 * column.h - what the cells of one column have in common, and whether another cell goes on with it
 *
 * A few counters a column, over the first rows of a table; no cell is kept.
 */
#ifndef TZ_TABLE_COLUMN_H
#define TZ_TABLE_COLUMN_H

#include "table/looks.h"

enum { COLUMN_ROWS = 12 }; /* so many cells are compared */

struct below {
	size_t n;                /* cells that are not blank */
	size_t blank;            /* and those that are */
	uint32_t runs, hash[COLUMN_ROWS];
	unsigned short every, some; /* classes that every cell has, that some cell has */
	unsigned short firsts;   /* the classes that they begin with */
	unsigned short shortest, longest;
	unsigned char first;     /* SYM_NONE: they do not all begin with one class */
	uint32_t begins, ends;   /* all begin, all end with this character; 0: they do not */
	unsigned char same_runs; /* all are of the same runs */
	unsigned char steps;     /* their numbers go up by one */
	unsigned short spread;   /* all are spread over so many places; 0: they are not */
	long number;             /* of the last */
	size_t distinct;
	size_t total;            /* characters of all cells */
};

/* Starts as {0}. */
void column_add(struct below *c, const struct looks *l);

/* What a cell above is to the cells of a column; several may hold. */
enum {
	GOES_ON = 1,    /* it begins as all of them do, where they all begin with a digit, a letter, a mark …, or is spread as they are */
	STANDS_AGAIN = 2, /* one of them says the same */
	BREAKS = 4,     /* they all begin with a digit, a letter, a mark …, or have one; it does not */
	NUMBERED = 8,   /* they number the rows, and it is no number */
	SHORTER = 16,   /* even the shortest of them is much longer */
	OTHER_LENGTH = 32, /* all of them have one length, and it has another */
	NO_REPEAT = 64, /* they say the same things over and over, and it does not say one of those */
	OTHER_END = 256, /* they all begin or end with one character, and it does not */
	BREAKS_PATTERN = 2048, /* and they are of the same classes in the same order */
	SAME_END = 1024, /* they all end with one character, and so does it */
	WORDIER = 512,   /* they are half as long again, as a rule */
	NO_KANA = 128   /* they are written with inflected words, and it is not */
};
unsigned column_against(const struct below *c, const struct looks *above);
/* The columns are written alike: what one goes on with, the other one does. */
int column_alike(const struct below *a, const struct below *b);

#endif
