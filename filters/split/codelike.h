/*
 * codelike.h - lines of ASCII in which what might part cells stands inside of something that is one
 *
 *	set sum   [expr {$a   + 1}]      '\x01'   # START       (*  All rights   *)      || a == b("x | y")
 *
 * Programs, settings and their comments are laid out in columns, too, and have strokes. A line is so if it begins as a comment or
 * behind a prompt; if two blanks, or a stroke, stand between a bracket or a quotation mark and its other one; if a comment stands
 * behind columns; if the same signs stand at both of its ends; or if it has a variable, $name, an assignment or || in it. One such line proves nothing: a cell may have any of
 * these.
 */
#ifndef TZ_SPLIT_CODELIKE_H
#define TZ_SPLIT_CODELIKE_H

#include "stream/lines.h"

enum codelike_parts { PARTS_BLANKS, PARTS_STROKES }; /* what would part the cells */
enum codelike { CODE_NONE, CODE_LIKE, CODE_TORN }; /* torn: what parts stands between a bracket or quotation mark and its other one */

enum codelike codelike(struct slice line, enum codelike_parts parts);
/* How many brackets are open behind LINE, if OPEN are before it: 0 unless a stroke stands in one, or did before. A line that begins
 * with a stroke, or is not of ASCII, opens none. */
size_t codelike_open(struct slice line, size_t open);
/* Are most of the first lines of a block such: *LINE, the one that IN handed out last, and the next ones; or is *LINE torn? Torn
 * is what is both. Looking ahead may move the line: *LINE is then a COPY. Lines that begin with no ASCII are none. */
enum codelike codelike_block(struct buf *copy, struct lines *in, struct slice *line);
/* LINE is indented, and ASCII begins it: rows that were flattened to one blank are not. */
int codelike_indented(struct slice line);

#endif
