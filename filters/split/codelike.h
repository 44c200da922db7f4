/*
 * codelike.h - lines of ASCII in which what might part cells stands inside of something that is one
 *
 *	set sum   [expr {$a   + 1}]      '\x01'   # START       (*  All rights   *)      || a == b("x | y")
 *
 * Programs, settings and their comments are laid out in columns, too, and have strokes. A line is so if it begins as a comment or
 * behind a prompt; if two blanks, or a stroke, stand between a bracket or a quotation mark and its other one; if a comment stands
 * behind columns; or if it has a variable, $name, an assignment or || in it. One such line proves nothing: a cell may have any of
 * these.
 */
#ifndef TZ_SPLIT_CODELIKE_H
#define TZ_SPLIT_CODELIKE_H

#include "stream/lines.h"

enum codelike_parts { PARTS_BLANKS, PARTS_STROKES }; /* what would part the cells */

int codelike(struct slice line, enum codelike_parts parts);
/* Are most of the first lines of a block such: *LINE, the one that IN handed out last, and the next ones? Looking ahead may move
 * the line: *LINE is then a COPY. Lines that begin with no ASCII are none. */
int codelike_block(struct buf *copy, struct lines *in, struct slice *line);
/* LINE is indented, and ASCII begins it: rows that were flattened to one blank are not. */
int codelike_indented(struct slice line);

#endif
