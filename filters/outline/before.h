/*
 * before.h - what stands before a line decides whether it can be a heading
 */
#ifndef TZ_OUTLINE_BEFORE_H
#define TZ_OUTLINE_BEFORE_H

#include "outline/headings.h"
#include "outline/levels.h"

enum { CONTENTS_ID = 64, CONTENTS_BEGINS = 8 };

/* Starts as {0}, but for these two, which it asks; before_reset begins a document. */
struct before_line {
	struct headings *lines;
	struct levels *levels;
	int open;          /* nothing, a blank line or a heading: a new thing may begin */
	int adjacent;      /* the line before this one is text */
	size_t n;          /* its length */
	struct buf tail;   /* the end of the last text that is not blank */
	struct {
		int on, paged;  /* inside a list of contents; its lines have page numbers */
		size_t led;     /* so many lines ago there was one with leaders before its page; 0: never, or long ago */
		uint32_t begin[CONTENTS_BEGINS]; /* what its lines with page numbers begin with */
		size_t begins;
		unsigned first; /* the number of its first heading */
		char id[CONTENTS_ID];
		size_t n;       /* 0: no heading in it yet */
	} contents;
};

void before_reset(struct before_line *b); /* a document begins */
/* The line that was written last: a heading, a row or other record without text for us, any other line. */
void before_head(struct before_line *b);
void before_other(struct before_line *b);
void before_text(struct before_line *b, struct slice text);

/* True if H can stand where it stands: the line before does not break off in mid-sentence, and where the
 * mark proves little, there is a blank line, a heading, or the number before it. */
int before_allows(struct before_line *b, const struct heading *h);
/* True if nothing but its number is against H. */
int before_doubts(struct before_line *b, const struct heading *h);
/* True if it is the first: the last text has no end. */
int before_broke_off(struct before_line *b, const struct heading *h);
/* True if H is the first item of a list that the text above it does not announce. */
int before_lists(struct before_line *b, const struct heading *h);
/* True if the last text announces a list: 次の3点とする。 */
int before_leads(struct before_line *b, struct place at);

/* LINE is leaders and the number of a page, and nothing else: that of the line above. */
int before_is_leaders(struct slice line);
/* Inside a list of contents, below its title or from the second line with leaders and the number of a page on. It ends with the
 * first line that stands again, or that has no number of a page where others that begin like it do, or with the first sentence or
 * row. H is NULL where the line is no heading.
 * Returns true if the line belongs to it. */
int before_in_contents(struct before_line *b, const struct heading *h, struct slice line, struct place at);

#endif
