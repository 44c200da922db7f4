/*
 * markup.h - a cell or a title as it reads, without the markup that it is written with
 *
 * What GFM and HTML say for certain: a backslash before punctuation, code spans, emphasis, links, images, <br>
 * and other inline tags, entities; and at the ends blanks, and characters that nobody sees. A lone * or _ stays, and so
 * does what strikes out, ~~ and <del>: ~~done~~ is not done.
 * One thing is not as CommonMark 0.31 section 6.2 has it: beside an ideograph or a kana, punctuation does not keep
 * ** from opening or closing, for Japanese has no blanks there: **済（3月）**分 is bold. And 3*4*5 is a product.
 */
#ifndef TZ_BASE_MARKUP_H
#define TZ_BASE_MARKUP_H

#include "base/buf.h"

enum markup {
	MARKUP_GFM,  /* a cell of a table of pipes, a heading with #: all of that; \| is a pipe even in a code span */
	MARKUP_NAMES, /* the same as the next one, and without the blanks at its ends: a name is none of them (split/put.c) */
	MARKUP_CELLS /* any other cell, where * and \ may be what they are: ** around all of it, <br>, entities, the ends if
	              * something is there that nobody sees */
};

/* Appends TEXT as it reads. Returns 0 if that is TEXT itself. */
int markup_clean(struct buf *to, struct slice text, enum markup how);

/* False if nothing in S, which may be many cells, is markup: at the speed of a vector. Blanks at ends are not asked for. */
int markup_may_be_in(struct slice s, enum markup how);

/* The character that the entity at the start of S stands for (&amp; &#124; …), and its length into *LEN; 0 if it is none. */
unsigned long markup_entity(struct slice s, size_t *len);
/* How many bytes the inline tag at the start of S takes, which is dropped, or the comment; 0 if it is none. *BREAKS: it is
 * a <br>. */
size_t markup_tag(struct slice s, int *breaks);

#endif
