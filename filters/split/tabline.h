/* tabline.h - what one line with tabs shows: its cells, its words and where they stand, what they look like */
#ifndef TZ_SPLIT_TABLINE_H
#define TZ_SPLIT_TABLINE_H

#include <stdint.h>

#include "split/layout.h"

struct tabline {
	size_t cells;                             /* by each tab */
	struct place_on_page word[LAYOUT_COLUMNS]; /* by runs of them */
	size_t n;
	int run, lead; /* two tabs stand behind each other in it, a blank or a tab before it */
	int marker;    /* its first word marks an item */
	int setting;   /* it ends in : or = */
	int torn;      /* a tab stands between a bracket and its other one, or behind the end of a statement */
	int comment;   /* a sign of comments begins it, or its last cells, and a blank follows; 2: it begins so, and the blank is no tab */
	int is_long;   /* a word is longer than a label */
	uint32_t call; /* the first word of small letters in the first cell, if a blank and more follow: a statement; 0: none */
	int wide;
	uint64_t filled;  /* which of its first cells are */
	uint64_t figures; /* which of its first words are figures */
};

/* The words of LINE that tabs part, and where they stand, counted so, with a stop every eight places. */
void tabline_look(struct tabline *t, struct slice line, enum width how);
/* S has ideographs or kana. */
int tabline_has_wide(struct slice s);

#endif
