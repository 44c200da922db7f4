/*
 * comment.h - a line with # that is no heading of its document: a comment of a program, or a heading in an example
 *
 * Whoever copies a page from a browser, or dumps it, loses the fences of its code: what begins with # there looks like a
 * heading of Markdown. As long as a document has shown none, the lines beside it tell: a command right above or right
 * below, on no account a blank line between. In a document that has been dumped by a text browser, as its lists and tables
 * show, and that has no markup of its own, no # is a heading. Nor are lines with # that stand right below each other, where
 * they are more than two, or one is empty: if a program follows them, and no heading stood above, the document is one.
 */
#ifndef TZ_SPLIT_COMMENT_H
#define TZ_SPLIT_COMMENT_H

#include "split/blocks.h"
#include "stream/lines.h"

/* The line with the parts *H, which are no part of IN, is one. */
int comment_is(struct blocks *b, struct lines *in, const struct block_heading *h);

#endif
