/*
 * judge.h - what the row at the start of the window is, for all that is known of its table
 */
#ifndef TZ_TABLE_JUDGE_H
#define TZ_TABLE_JUDGE_H

#include "table/put.h"

/*
 * What the row R is, before which no record is held, as far as it tells itself; the number of its cells goes into
 * *CELLS. Nearly all rows tell: those of the body of a table, one of whose cells no header has. They need not wait,
 * nor be copied. All else here looks at the records behind the row as well: tests/cases/pipe/quick-looks holds the
 * two against each other.
 */
enum judged {
	JUDGED_NOT, /* not asked yet */
	JUDGED_ROW,
	JUDGED_HEADER,
	JUDGED_UNLESS_TEXT, /* a row, unless a line of text follows it directly */
	JUDGED_LATER
};
enum judged table_judge(struct table *t, const struct rec *r, size_t *cells);
/* A header, or the last one again. */
int table_is_header(struct table *t, struct held *h);
/* What the row directly below a header is: a row, names below those of the header, or the header itself, whose title that
 * above is. */
enum next { NEXT_ROW, NEXT_NAMES, NEXT_HEADER };
enum next table_next(struct table *t, const struct held *h);
/* How many cells the rows directly behind the record HEAD have, two of them at least: the first of those has lost none
 * to merged cells above, the others may have. 0 if some have more. */
size_t table_body_cells(const struct table *t, size_t head);
/* The two rows that begin the window, above rows of CELLS cells, go together as a name and those below it. */
int table_is_spread(struct table *t, size_t cells);
/* After a blank line, rows that all have another number of cells than the header, or another look than the
 * rows under it: a table of its own. A single row may as well be one that lost some cells. */
int table_is_other_table(struct table *t, const struct held *h);
/* Behind a line or two of text, rows as wide as those above it and like them. */
int table_goes_on(struct table *t);
/* Says, behind the row at LINE, which has been written, what it was judged by. */
void table_say_why(struct table *t, unsigned long line);

#endif
