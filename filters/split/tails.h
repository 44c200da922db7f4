/*
 * tails.h - lists and flattened rows whose lines all end in a mark, a word for a state, or an office in brackets
 *
 *	(1) 橋の点検　○        事業 状況              ・橋を点検する（道路課）
 *	(2) 池の清掃　△        橋の点検 完了          ・池をさらう（公園課）
 *	(3) 街灯　×            池の 清掃 実施中       ・街灯を替える（道路課）
 *
 * Such an end is a cell, where three lines at least have one, and all lines of the block do; what stands before it is another one,
 * and a number before that a third. Marks, or words, have to differ, or the lines to be numbered or items of a list: a song
 * may have a note behind each line. Offices are told by what they have in common, their last character, and by coming again; lines that are
 * numbered and end in one are headings rather.
 *
 * A line of names above says how many cells there are. Where the lines have as many words, each is one; where they have not, and
 * there are more than the three cells that are known, it is no table.
 */
#ifndef TZ_SPLIT_TAILS_H
#define TZ_SPLIT_TAILS_H

#include "split/layout.h"
#include "stream/lines.h"

enum { TAILS_CELLS = 16 };

struct tails {
	size_t rows;    /* so many lines, the one at hand among them, are rows of the table */
	int named;      /* the line at hand has the names of its columns */
	size_t n;       /* its cells */
	int by_words;   /* each word is one */
	int numbered;   /* the first word is */
	int brackets;   /* the last one stands in brackets */
	int sure;       /* its ends are signs, not words */
	size_t tries;   /* lines of the block at which none began */
	struct slice cell[TAILS_CELLS]; /* of the row, in the copy */
	struct buf copy;
};

enum tails_line { TAILS_NONE, TAILS_ROW, TAILS_UNREAD };

/* What *LINE, the one that IN handed out last, is. Looking ahead may move the line: *LINE is then a copy. */
enum tails_line tails_line(struct tails *t, struct lines *in, struct slice *line);
void tails_end(struct tails *t); /* another document, or block, begins */

#endif
