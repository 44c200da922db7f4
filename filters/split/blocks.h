/*
 * blocks.h - which block of its document a line stands in, by CommonMark 0.31
 *
 * Containers (quotations, items of lists) are followed as the specification says, because a fence or a heading ends
 * with them; of what stands in them, fences alone matter here. On purpose it is otherwise in that
 * - nothing is code for its indent alone: plain text is indented;
 * - a heading inside a quotation or an item is none;
 * - an underline has three signs at least, and makes a heading of one line, not of a paragraph.
 */
#ifndef TZ_SPLIT_BLOCKS_H
#define TZ_SPLIT_BLOCKS_H

#include "base/buf.h"

/* Deeper ones are text. */
enum { CONTAINERS = 32 };

enum block {
	BLOCK_BLANK,
	BLOCK_TEXT,      /* of a paragraph */
	BLOCK_ITEM,      /* the first line of an item */
	BLOCK_CODE,      /* a line in a fence, or one of its two */
	BLOCK_HEADING,   /* with # */
	BLOCK_UNDERLINE, /* of the heading above */
	BLOCK_BREAK      /* thematic */
};

struct blocks {
	struct container {
		int quote;
		size_t width; /* of an item: how far its content is indented, beyond what it stands in */
	} in[CONTAINERS];
	size_t n;
	size_t para; /* lines of the paragraph so far; 0: there is none */
	struct fence {
		char c; /* 0: none is open */
		size_t n, depth;    /* so many of c; inside so many containers */
		unsigned long line; /* that began it */
	} fence;
	int headed, text; /* a heading with #, a line of text stand above */
	int command;    /* right above stands a command, or a comment of one, in a document without a heading so far */
	int comments;   /* such a comment stands above */
	int run;        /* the line before is one of a run of comments */
	int markup;     /* a fence, a quotation, an item behind - or *, or a table of Markdown stands above */
	int dumped;     /* an item behind •, or a table laid out with blanks: what text browsers make of a page */
	int unmarked;   /* of such a document, or a program, no # is a heading */
	int front;      /* in the lines of YAML that a document may begin with, between two lines of --- */
	int attributes; /* the line before has those of a block of AsciiDoc */
	size_t example; /* signs of the line that began such a block of text, and ends it; 0: none is open */
	int underlined; /* the line before is a heading, which this one underlines: its level */
};

/* The parts of a line with #: together they are the line. */
struct block_heading {
	unsigned level;
	struct slice before, title, after;
};

void blocks_begin(struct blocks *b); /* a document begins */
/* True if LINE, number NUMBER, is a line of a paragraph outside of all containers, as nearly all lines are that begin with no
 * ASCII: then it is seen. */
static inline int
blocks_is_plain(struct blocks *b, struct slice line, unsigned long number)
{
	if (line.n == 0 || (unsigned char)*line.p < 0x80 || b->n || b->fence.c || b->front || b->underlined || number == 1)
		return 0;
	b->para++;
	b->text = 1;
	b->command = b->run = b->attributes = 0;
	return 1;
}
/* What LINE, number NUMBER, is. Of a BLOCK_HEADING the parts go to *H. */
enum block blocks_line(struct blocks *b, struct slice line, unsigned long number, struct block_heading *h);
/* The same for the cells of a table: it ends a paragraph, and containers that it is not indented in. */
void blocks_table_line(struct blocks *b, struct slice line);
/* True if the line at hand, a BLOCK_TEXT, can be underlined by NEXT, the level in *LEVEL: a heading then. */
int blocks_is_underlined(const struct blocks *b, struct slice line, struct slice next, unsigned *level);

#endif
