/* tabs.h - tabs that part no cells: those that indent the only words of a line, or stand behind the # of a heading */
#ifndef TZ_SPLIT_TABS_H
#define TZ_SPLIT_TABS_H

#include "split/blocks.h"
#include "stream/lines.h"

struct tabs {
	struct buf copy; /* of the line at hand */
};

/* Whether the tabs of *LINE, the one that IN handed out last, are such; BESIDE_ROW: the line before it has cells. To look ahead
 * for a row moves the line: *LINE is then a copy. */
int tabs_indent(struct tabs *t, const struct blocks *b, int beside_row, struct lines *in, struct slice *line);
int tabs_in_heading(struct tabs *t, const struct blocks *b, int beside_row, struct lines *in, struct slice *line);

#endif
