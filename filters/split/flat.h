/*
 * flat.h - tables whose cells have one blank between them, as those of a PDF have once its layout is lost
 *
 *	重点目標 H28 H29 R1
 *	①花壇を増やす A A B
 *	②苗を配る 市民 A B -
 *
 * Such a blank parts nothing by itself. What shows the cells is that the lines of a block are alike: below a line of N names,
 * each line ends in as many figures or marks, of one type a column, and begins with a figure or not; the words between are one
 * cell, and there are N cells. Or each has N words, with two blanks between them or with one, and a column of figures or marks that
 * the names are not; a rule may stand below the names. Where there is no
 * such line of names, lines that all end in three figures or marks at least are rows as well.
 *
 * The block is looked at as a whole. Where most of its lines, but not all, are such rows, some of them were broken: it is no
 * table, and unread, in the words of split(1).
 */
#ifndef TZ_SPLIT_FLAT_H
#define TZ_SPLIT_FLAT_H

#include "split/layout.h"
#include "split/wordtype.h"
#include "stream/lines.h"

enum flat_line { FLAT_NONE, FLAT_ROW, FLAT_UNREAD };

enum { FLAT_WORDS = 32 };

struct flat {
	size_t rows;        /* so many lines, the one at hand among them, are rows of the table */
	size_t loose;       /* so many blank lines may stand between two of them */
	size_t tries;       /* lines of the block at which none began */
	size_t gap;         /* so many blanks at least part its words */
	size_t n;           /* its columns, */
	size_t before, behind; /* and how many of them are typed, before and behind the one that takes the other words */
	struct slice cell[FLAT_WORDS]; /* of the row, in the copy */
	struct buf copy;    /* of the line at hand */
};

/* What *LINE is, the one that IN handed out last. Looking ahead may move the line: *LINE is then a copy. */
enum flat_line flat_line(struct flat *f, struct lines *in, struct slice *line);
/* LINE is a rule inside of the table. */
int flat_rule(const struct flat *f, struct slice line);
void flat_blank(struct flat *f); /* a blank line: the block ends, but where rows have such between them */
void flat_end(struct flat *f); /* another document, or block, begins */

#endif
