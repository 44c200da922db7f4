/*
 * hold.h - the lines that wait until it is known whether they are a legend
 *
 * A line waits from the first that may be an entry to the end of its group, and
 * for the annotations that follow it. There are MAX_HELD at most.
 */
#ifndef TZ_LEGEND_HOLD_H
#define TZ_LEGEND_HOLD_H

#include "legend/unit.h"

/* Takes a line of text, or a row, to wait. The one before must be settled. */
void hold_begin(const struct rec *r, struct before before);
/* One more legend record of the line that was taken last; 0 if R is of another line. */
int hold_more(const struct rec *r);
void hold_note(const struct rec *r); /* an annotation of the line that was taken last */
void hold_rule(const struct rec *r); /* a rule behind it */

/* R is one more legend record of the line that was taken last, or is of another line. */
int hold_is_same(const struct rec *r);
/* The line that was taken last has all its records: it waits on, or it goes out with those before it. */
void hold_settle(void);
void hold_close(void); /* what waits goes out: nothing that follows can belong to it */

/* Whether the lines are a legend hangs on the cells behind them: they wait, and nothing else can be done with them. */
int hold_asks(void);
/* Appends their records to TO, as they came, and forgets them. What stands before them. */
struct before hold_give_back(struct buf *to);

int hold_is_empty(void);
int hold_in_group(void);   /* a group of entries is open */
int hold_has_row(void);    /* the line that was taken last is a row */
int hold_has_line(unsigned long line); /* it is that line, of which more follows */
int hold_awaits_row(void); /* a row of marks waits for that of their meanings */

#endif
