/*
 * markdown.h - what a line of Markdown begins with (CommonMark 0.31, section 4 and 5)
 */
#ifndef TZ_SPLIT_MARKDOWN_H
#define TZ_SPLIT_MARKDOWN_H

#include "base/buf.h"

/* How many > of quotations stand before *BODY, the rest of LINE: 0, and *BODY is LINE, where it is not quoted. */
size_t markdown_unquote(struct slice line, struct slice *body);
/* The length of the marker of a list item at the start of LINE, behind its blanks: "- ", "2) "; 0 if there is none. */
size_t markdown_item(struct slice line);
/* A line that cannot be a row of a table of GFM, whatever pipes it has: it begins another block. */
int markdown_ends_table(struct slice line);

#endif
