/*
 * cell.h - a cell of a column of dates that holds none: what it says instead
 *
 * Nothing in such a column is passed over in silence: a cell is a date, a
 * duration, a recurrence, "not fixed", or it is not understood.
 */
#ifndef TZ_DATE_CELL_H
#define TZ_DATE_CELL_H

#include "date/read.h"

/* What the text S, in which no date was found, is. MARKS: there were signs in it of what comes again. False if it is
 * empty, or a dash. */
int date_cell(struct slice s, int marks, struct date *d);

#endif
