/*
 * drawn.h - rows of drawn tables, as their lines stand in the source
 *
 * Such a row is read like one with tabs: its uprights count as tabs, and the
 * rules above and below it as blanks. Legend records are cut from its lines.
 */
#ifndef TZ_LEGEND_DRAWN_H
#define TZ_LEGEND_DRAWN_H

#include "base/buf.h"

/* A quick look: TEXT, escaped or not, begins with an upright or a corner. */
int drawn_begins(struct slice text);
/* One line of cells that begins with an upright, perhaps with rules above and below it. */
int drawn_is_row(struct slice text);
/* Makes the uprights of TEXT, folded, tabs and its rules blanks; each keeps its length. */
void drawn_plain(struct slice text);

#endif
