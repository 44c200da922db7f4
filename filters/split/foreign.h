/*
 * foreign.h - tables of AsciiDoc and MediaWiki, whose lines are no rows: cells stand one a line, or many, and attributes of
 * columns, or of the cell at hand, say how many make a row; and records that psql and mysql print one column a line
 *
 *	|===                          {| class="wikitable"
 *	|番号 |名                     ! 番号 !! 名
 *                                    |-
 *	|1                            | 1
 *	|橋                           | 橋
 *	|===                          |}
 *
 * They are left as text, as a whole.
 */
#ifndef TZ_SPLIT_FOREIGN_H
#define TZ_SPLIT_FOREIGN_H

#include "stream/lines.h"

struct foreign {
	char begun;   /* the first sign of the line that began it: | { - *; 0: none is open */
	size_t lines; /* that it may still have */
	struct buf copy; /* of the line at hand */
};

enum foreign_line { FOREIGN_NONE, FOREIGN_FIRST, FOREIGN_LINE };

void foreign_begin(struct foreign *f); /* a document begins */
/* What *LINE is, the one that IN handed out last. Looking ahead may move the line: *LINE is then a copy. */
enum foreign_line foreign_line(struct foreign *f, struct lines *in, struct slice *line);

#endif
