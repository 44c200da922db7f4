/*
 * used.h - which marks and words stand in the cells of a stretch of a document
 *
 * That a table below says A and C is the strongest proof there is that `A: …`, `C: …` above it are a legend.
 */
#ifndef TZ_LEGEND_USED_H
#define TZ_LEGEND_USED_H

#include "stream/rec.h"

enum {
	USED_IN_CELL = 1,  /* it is all that a cell says, or what it begins with; not one that begins its row */
	USED_AS_STATE = 2  /* in a column whose name says that it has states, grades or priorities */
};

void used_reset(void);
/* Takes the cells of R, if it is a row. More than some thousand different ones are not kept. */
void used_see(const struct rec *r);
/* How KEY, as mark_key() makes it, is used behind LINE. */
unsigned used_as(struct slice key, unsigned long line);

#endif
