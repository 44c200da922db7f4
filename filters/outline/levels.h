/*
 * levels.h - how deep a heading stands, from the headings before it
 *
 * A scheme with a rank (編 > 章 > 節 …) stands below the nearest higher rank. Any
 * other goes back to its own level where it is on the stack, and opens a
 * deeper one where it is not: the order of first appearance is the order of
 * depth. One exception: a scheme that is not on the stack, comes with a number
 * above 1 and has been seen before goes on where it was, so that a chapter
 * that skips a level does not turn the others upside down.
 */
#ifndef TZ_OUTLINE_LEVELS_H
#define TZ_OUTLINE_LEVELS_H

#include "outline/headings.h"

void levels_reset(void); /* a new document */
/* A heading that has its LEVEL from elsewhere closes all; those behind it are deeper, and counted anew. */
void levels_under(unsigned level);

/* True if H's number is 1, or the one after the last of its kind. */
int level_follows(const struct heading *h);
/* True if H is the very heading that is open: a running head, at the top of each page. */
int level_repeats(const struct heading *h);
/* True if H begins the numbers of an open level anew. */
int level_restarts(const struct heading *h);
/* The depth of H, from 1; H is open from now on. */
unsigned level_enter(const struct heading *h);

#endif
