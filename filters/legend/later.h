/*
 * later.h - records that wait until it is known what the cells behind them say
 *
 * Where shape leaves open whether lines are a legend, those lines and all that
 * follow wait, for WINDOW lines at most or to the end of the document; then they
 * are taken once more, and the cells among them are known (legend/used.h). No
 * record waits twice but those of the group that the window has cut.
 */
#ifndef TZ_LEGEND_LATER_H
#define TZ_LEGEND_LATER_H

#include "stream/rec.h"

/* LINES, whole records, wait from now on, and what later_take() is given. */
void later_begin(struct slice lines);
int later_on(void);
void later_take(const struct rec *r);
/* So many lines have waited that what is known of them must do. */
int later_is_full(void);
/* Calls FN with all that wait, in order, and END, if it is not NULL, behind the last. Meanwhile they are known. */
void later_replay(void (*fn)(const struct rec *r), void (*end)(void));
int later_is_known(void);

#endif
