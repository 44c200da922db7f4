/*
 * source.h - lines of programs, whose tabs and strokes part no cells
 *
 *	#define WIDTH	80        int	width;        / * of the map,        if (a ||
 *	                                               *	in metres * /
 *
 * A line is of a program if it is ASCII alone and begins as instructions to the C preprocessor do, or ends as statements do, in a
 * semicolon, a brace or an operator; or if it stands in a comment. Among several such lines, each line of ASCII with tabs is
 * one, too, unless a row stands above, or another that is none follows. So is what stands below a command behind a prompt, $ or
 * %, up to a blank line, or to a line with a rule below it: what the command printed, in whatever columns.
 */
#ifndef TZ_SPLIT_SOURCE_H
#define TZ_SPLIT_SOURCE_H

#include "stream/lines.h"

enum source_tabs { SOURCE_NO_TABS, SOURCE_TABS, SOURCE_BESIDE_ROW };

struct source_lines {
	int comment;     /* lines that one may go on for, that is open; 0: none is */
	int printed;     /* what a command prints */
	int lines;       /* weight of the lines of programs above, less that of others */
	struct buf copy; /* of the line at hand */
};

void source_begin(struct source_lines *s); /* a document begins */
/* Is *LINE, the one that IN handed out last, of a program? Asked of each line outside of fences, once. Looking ahead may
 * move the line: *LINE is then a copy. */
int source_line(struct source_lines *s, struct lines *in, struct slice *line, enum source_tabs tabs);

#endif
