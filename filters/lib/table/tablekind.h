/* tablekind.h - rows and lines that are known by their words */
#ifndef TZ_TABLEKIND_H
#define TZ_TABLEKIND_H

#include "rec.h"

/* The characters WORD, of two bytes or more, are in FIELD: to be asked before a pattern is. */
int text_has(struct slice field, const char *word);
/* 計, 合計 …: the first cell that is not empty says that the row sums up others. */
int is_total(const struct rec *r);
/* 再掲: the row stands elsewhere as well. */
int is_repeat(const struct rec *r);
/* A line between the rows of a table that does not end it: a page number, a note, a short title of a group
 * of rows; no caption of another table. */
int is_interlude(const struct rec *r);
/* A row with at most one cell that is not empty: a title that a spreadsheet spread over the table's columns. */
int is_title(const struct rec *r);

#endif
