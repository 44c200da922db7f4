/*
 * prose.h - definitions in running text, the meaning before its mark: 目標値以上を◎、…
 *
 * A legend record has the mark first, so such a line stays text; what it
 * defines is said in `define` annotations behind it.
 */
#ifndef TZ_LEGEND_PROSE_H
#define TZ_LEGEND_PROSE_H

#include "base/buf.h"
#include "words/rules.h"

/* Takes the rules `define` and `alone` out of RULES, and appends to ANY the pattern of what matches where one of them does. To be
 * called once. */
void legend_prose_load(const struct rules *rules, struct buf *any);
/* Appends a `define` record for each mark that LINE, well-formed UTF-8, defines; none if it defines
 * fewer than two. */
void legend_prose(struct buf *to, struct slice line, unsigned long number);

/* False if the line that is FOLDED surely defines nothing. */
int legend_prose_may_be(struct slice folded);

/* Appends one such record. */
void legend_define(struct buf *to, unsigned long line, struct slice mark, struct slice meaning);

#endif
