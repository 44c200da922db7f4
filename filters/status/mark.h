/*
 * mark.h - from a cell to what it says of a status: the document's legend first, then the words of the cell
 */
#ifndef TZ_STATUS_MARK_H
#define TZ_STATUS_MARK_H

#include "stream/rec.h"
#include "status/cols.h"

struct statuscell {
	struct statuscol *c;
	size_t column;         /* from 1; 0 if ROW is a line of text */
	const struct rec *row;
	struct slice raw;      /* a field */
	struct place at;
};

/* From now on marks that a legend does not define may stand for those of which only the number has survived. */
void statusmark_take_stand_ins(void);
/* From now on signs that nothing of the document explains mean what rules of status.tsv say of signs. */
void statusmark_by_convention(void);
/* Adds the statuses of CELL (status/notes.h), and returns the last one, as MARK TAB CODE TAB RANK TAB MEANING; empty
 * if it has none. LEFT is that of the cell to the left. *ALONE: it is the only one, and neither another cell nor the rest of the row has a part
 * in it. */
struct slice statusmark(const struct statuscell *cell, const struct buf *left, int *alone);

#endif
