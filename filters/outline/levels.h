/*
 * levels.h - how deep a heading stands, from the headings before it
 *
 * A scheme with a rank (編 > 章 > 節 …) stands below the nearest higher rank. Any
 * other goes back to its own level where it is on the stack, and opens a
 * deeper one where it is not: the order of first appearance is the order of
 * depth. Two exceptions: a scheme that is not on the stack, comes with a number
 * above 1 and has been seen before goes on where it was, so that a chapter
 * that skips a level does not turn the others upside down; and a number that
 * goes on with the first parts of one that is open stands above it, 3 above 2.1,
 * also where no 2 has come before.
 *
 * A document that is numbered, and has text under its numbers, may show an
 * example of Markdown, whose fence is lost: headings with # in the middle of it
 * are an island. They stand below the numbered heading above them, and end where
 * the numbers of the document go on.
 */
#ifndef TZ_OUTLINE_LEVELS_H
#define TZ_OUTLINE_LEVELS_H

#include <stdint.h>

#include "outline/heading.h"

/* More schemes than any document has; a hostile one shares the last. */
enum { LEVELS_SCHEMES = 96, LEVELS_ID = 64 };

/* A scheme as it is used in this document. */
struct numbering {
	char id[LEVELS_ID];
	size_t n;
	uint64_t start; /* its first bytes, which tell most of them apart */
	unsigned rank, last; /* the number of its last heading */
	unsigned unranked;   /* how many unranked levels stood above it then */
	size_t parts;        /* of that number */
	unsigned part[HEADING_PARTS];
};

struct numbers {
	struct numbering schemes[LEVELS_SCHEMES];
	size_t schemes_n;
	struct open_heading {
		struct numbering *scheme;
		struct buf title; /* as written */
	} stack[LEVELS_SCHEMES];
	size_t depth;
	unsigned base;   /* the level that all of these are below */
};

/* Begins with levels_reset. */
struct levels {
	struct numbers document, island, *now;
	int syntax;      /* the document has headings by syntax, outside of islands */
	int fresh;       /* nothing has come behind the last heading */
	unsigned bodies; /* numbered headings of the document that have text under them */
	struct buf folded, title[2]; /* where titles are compared */
};

void levels_reset(struct levels *ls); /* a new document */
/* A heading by syntax of LEVEL closes all; those behind it are deeper, and counted anew. H: the numbered heading that its
 * title is, or NULL. UNDERLINED: it has no number signs. Returns its depth. */
unsigned levels_certain(struct levels *ls, unsigned level, const struct heading *h, int underlined);
/* Text, or a row, that is no heading. */
void levels_text(struct levels *ls);

/* True if H's number is 1, or the one after the last of its kind, or one that goes on below an open one: 5.6.11 in 5.6. */
int level_follows(struct levels *ls, const struct heading *h);
/* True if H is the very heading that is open: a running head, at the top of each page. */
int level_repeats(struct levels *ls, const struct heading *h);
/* True if H begins the numbers of an open level anew. */
int level_restarts(struct levels *ls, const struct heading *h);
/* The depth of H, from 1; H is open from now on. */
unsigned level_enter(struct levels *ls, const struct heading *h);

#endif
