/*
 * row.h - legends that stand in a table
 *
 * A row is the text of its cells with tabs between them, as in the source. Its
 * legend records are cut from that text: the tab is part of a separator, or of
 * what stands before or behind an entry.
 */
#ifndef TZ_LEGEND_ROW_H
#define TZ_LEGEND_ROW_H

#include "legend/line.h"
#include "stream/rec.h"

/* A quick look: false if the row R surely has no entry. A cell with a number
 * begins most rows of many tables: only with DIGITS can it be an entry's mark. */
int legend_row_may_be(const struct rec *r, int digits);
/* A closer look at a row of well-formed UTF-8 without escapes: true if it has surely no entry and no marks,
 * whatever is held. */
int legend_row_is_none(struct slice fields);
/*
 * Reads the row TEXT, well-formed UTF-8:
 *	A	達成		one entry, its cells divided by a tab (SEP_TAB)
 *	A	達成	B	未達成	several of them
 *	A 達成	B 未達成		each cell an entry, perhaps behind a title
 *	凡例	A：達成 B：未達成	one cell with all of them, perhaps behind a title
 */
void legend_row_read(struct legend_line *l, struct slice text);

/* A quick look: false if no cell of the header with these fields, escaped, has a legend in it. */
int legend_header_may_be(struct slice fields);
/* Appends `define` records for a legend that stands in a cell of the header TEXT: 評価(A:達成 B:未達成) */
void legend_header_defines(struct buf *to, struct slice text, unsigned long number);
/* The same for one in brackets in the TITLE of a heading: ## 進捗（○：済　×：未） */
void legend_head_defines(struct buf *to, struct slice title, unsigned long number);

#endif
