/* pos.h - places in the source, as unist has them: lines and columns from 1, columns count code points */
#ifndef TZ_JSON_POS_H
#define TZ_JSON_POS_H

#include <string.h>

#include "base/buf.h"

struct pos {
	unsigned long line, column;
};

/* Where TEXT ends that begins at P. FIELDS are as they stand in a record: tabs between them, escaped. */
struct pos pos_after(struct pos p, struct slice fields);

/* The same for those whom only the line matters to. */
struct pos pos_behind_escapes(struct pos p, struct slice fields);
static inline struct pos
pos_line_after(struct pos p, struct slice fields)
{
	return fields.n && memchr(fields.p, '\\', fields.n) ? pos_behind_escapes(p, fields) : p;
}

/* Appends  ,"position":{"start":…,"end":…} */
void pos_write(struct buf *to, struct pos start, struct pos end);

#endif
