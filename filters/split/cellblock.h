/* cellblock.h - a block of short lines, each of which may be a cell of a table: what each of them shows (cycles.h asks) */
#ifndef TZ_SPLIT_CELLBLOCK_H
#define TZ_SPLIT_CELLBLOCK_H

#include <stdint.h>

#include "stream/lines.h"

enum { CELLBLOCK_LINES = 480 };

struct cell_line {
	uint32_t hash;        /* of its text */
	uint32_t form;        /* what stands around the number that it begins with: (1), 1., ①; 0: there is none */
	unsigned number;
	unsigned short chars;
	unsigned char words;  /* with a blank between */
	unsigned char type;   /* enum wordtype */
	unsigned char wide;   /* it has a letter beyond ASCII */
	unsigned char state;  /* it is a word for a state, and nothing else */
	unsigned char stop;   /* a sentence ends with it */
	unsigned char name;   /* it may name a column */
	unsigned char names;  /* each of its words may */
	unsigned char note;   /* it begins as notes do */
	unsigned char gap;    /* blank lines above it */
};

/* The lines from the one at hand on, blank ones left out. */
struct cellblock {
	size_t n;
	size_t period; /* rows of so many lines have blank ones between them; 0: not so */
	int labelled; /* the line above the first one may be a name as well */
	int carried; /* it goes on with a block whose rows were read */
	int ended; /* the block ends behind them; otherwise it is longer than what is looked at */
	struct cell_line line[CELLBLOCK_LINES];
};

/* The block from LINE on, which IN handed out last; moves that. Nothing (n = 0) unless, within a few lines, there is one of a type. */
void cellblock_read(struct cellblock *b, struct lines *in, struct slice line);
/* What LINE is as the first of such a block: 0 if none begins with it. Asked of nearly every line. */
int cellblock_may_begin(struct slice line);
/* A line that cannot be a cell: it is blank, too long, a row of its own, or begins a block of Markdown. */
int cellblock_ends(struct slice line);

#endif
