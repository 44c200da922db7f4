/*
 * covered.h - a cell that one above it reaches into (rowspan), as a record behind its row
 *
 * It says what that other one says, for in tables of web pages and spreadsheets the owner or the state of several rows is
 * often one cell. One that reaches over from the left (colspan) was read where it stands: mostly it is the title of a
 * section, and says nothing of the columns that it runs over.
 */
#ifndef TZ_STREAM_COVERED_H
#define TZ_STREAM_COVERED_H

#include "stream/rec.h"

/* R, of kind K_COVERED: the COLUMN, from 1, and the TEXT that reaches into it from above, escaped. 0 if none does. */
int rec_covered(const struct rec *r, size_t *column, struct slice *text);

#endif
