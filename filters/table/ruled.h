/*
 * ruled.h - headers that a rule below them shows
 *
 *	| 番号 | 施策名 |		+------+--------+
 *	|------|--------|		| 番号 | 施策名 |
 *	| 1    | 灯台   |		+======+========+
 *
 * The document's own syntax, which is certain whatever the words are: judge.h asks here before anything else. A rule
 * below every row, as boxes have them, shows nothing. Which shapes show a header: is_delimiter (GFM's, and the table
 * is one of GFM then) and is_double (a grid's) in ruled.c; a shape that strokes.h knows as a rule is a change there alone.
 */
#ifndef TZ_TABLE_RULED_H
#define TZ_TABLE_RULED_H

#include "table/win.h"

/* How many rows, from record I of W on, are a header by the rule behind them: 0 to RULED_ROWS. Record I is a row with no row
 * right before it. */
enum { RULED_ROWS = 3 };
size_t ruled_header(const struct window *w, size_t i);
/* A rule is held right behind record I; one of a kind that stands below headers alone. */
int ruled_below(const struct window *w, size_t i);
int ruled_as_header(const struct window *w, size_t i);
/* RULE is the upper, or the lower, edge of a box: none between two rows. */
int rule_begins_box(struct slice rule);
int rule_ends_box(struct slice rule);

#endif
