/*
 * apart.h - lines of text whose words stand below each other, in three columns or more: a table that nobody has read
 *
 *	番号 作業         担当
 *	1    門の塗り直し 大森
 *	2    柵           小杉
 */
#ifndef TZ_TABLE_APART_H
#define TZ_TABLE_APART_H

#include "base/buf.h"

enum { APART_COLUMNS = 12 };

/* The columns that the lines of text so far have in common. Starts as {0}. */
struct apart {
	size_t lines;
	size_t n, left[APART_COLUMNS]; /* where a word begins in all of them that go so far, */
	size_t filled[APART_COLUMNS];  /* in how many it does, */
	size_t wide[APART_COLUMNS];    /* and in how many of those behind two blanks or more */
	int japanese;                  /* one of them has letters that are no ASCII */
};

/* Adds LINE, which is UTF-8. True if it is the third of such lines, or the first behind three at which that is seen. */
int apart_line(struct apart *a, struct slice line);

/* What its lines are is said: nothing more, up to the next blank one. */
void apart_told(struct apart *a);

#endif
