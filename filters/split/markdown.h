/*
 * markdown.h - what a line of Markdown begins with (CommonMark 0.31, sections 4 and 5)
 *
 * Indents are counted in columns; a tab reaches to the next multiple of four.
 */
#ifndef TZ_SPLIT_MARKDOWN_H
#define TZ_SPLIT_MARKDOWN_H

#include "base/buf.h"

/* Columns that what begins a block may be indented. */
enum { MARKDOWN_INDENT = 3 };

size_t markdown_indent(struct slice s);
/* Takes up to N columns of blanks off S. */
void markdown_outdent(struct slice *s, size_t n);
/* Takes N columns of ASCII off S, whatever they hold: an item's marker. */
void markdown_skip(struct slice *s, size_t n);
/* Blanks, tabs and a CR at most. */
int markdown_is_blank(struct slice s);

/* LINE begins with the > of a quotation: true, and *BODY is what is behind it. */
int markdown_quote(struct slice line, struct slice *body);
/* How many > stand before *BODY, the rest of LINE: 0, and *BODY is LINE, where it is not quoted. */
size_t markdown_unquote(struct slice line, struct slice *body);
/* How far the content of the item that LINE begins is indented; 0 if it begins none. INTERRUPTS: in the middle of a
 * paragraph only an item with content, numbered 1 if at all, begins. */
size_t markdown_item_width(struct slice line, int interrupts);
/* Three or more of * - _ and blanks between them. */
int markdown_is_break(struct slice s);
/* The length of the opening fence at the start of S; 0 if there is none. */
size_t markdown_fence(struct slice s);
/* The level of the heading with # that S is; 0 if it is none. */
unsigned markdown_heading(struct slice s);
/* Its parts: LINE up to the title, the title, and what closes it with the blanks around. */
void markdown_cut_heading(struct slice line, struct slice *before, struct slice *title, struct slice *after);

/* The same of a LINE that is underlined: without its blanks, title is all of it. */
void markdown_cut_underlined(struct slice line, struct slice *before, struct slice *title, struct slice *after);

/* ASCII alone, no sentence, no link, and a sign that programs have and prose does not: = $ _ ; { or the like. */
int markdown_is_program(struct slice line);
/* The same, but for the sign: its first word begins with a small letter, as the names of commands and of settings do. */
int markdown_is_command(struct slice line);

/* A line that cannot go on with a paragraph: it begins another block. */
int markdown_begins_block(struct slice line);
/* A line that cannot be a row of a table of GFM, whatever pipes it has. */
int markdown_ends_table(struct slice line);

/* The level of LINE if all of it is a heading as HTML writes one, <h2 id="a">題</h2>, and its parts: tags at its ends, and a title
 * without any; 0 if it is none. */
unsigned markdown_tagged(struct slice line, struct slice *before, struct slice *title, struct slice *after);

#endif
