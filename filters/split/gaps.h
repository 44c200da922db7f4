/*
 * gaps.h - columns of a block of lines: where each of them has a blank between two words of the first one
 *
 * Places on the page are counted in half-width columns, by one of the ways to count that there are.
 */
#ifndef TZ_SPLIT_GAPS_H
#define TZ_SPLIT_GAPS_H

#include "split/layout.h"

enum { PAGEBLOCK_LINES = 64, GAPS_PAGE = 512 }; /* a place beyond is beyond all columns */

/* The lines of a block, one behind the other, and where each ends. Starts as {0}. */
struct pageblock {
	struct buf text;
	size_t end[PAGEBLOCK_LINES], n;
	int ascii; /* it has no other characters: all count alike */
	int told;  /* it has none whose width is not sure (width_is_told) */
};

struct slice pageblock_line(const struct pageblock *b, size_t i);
/* Which places of the page one of the lines FROM to TO, which is not among them, has a character at, counted so: TAKEN is 1 there. */
void gaps_places(const struct pageblock *b, enum width how, size_t from, size_t to, char taken[GAPS_PAGE]);

/* The columns that the words of the first line have below them, counted so. False if there are none, or if two words are apart
 * there and nothing parts what is below; and if it is so for the first GAPS_FIRST lines below. */
enum { GAPS_FIRST = 3 };
int gaps_columns(const struct pageblock *b, enum width how, struct layout *l);

#endif
