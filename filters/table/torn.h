/*
 * torn.h - headers torn into lines, because their cells held line breaks
 *
 *	担当
 *	府省	施策名	自己
 *	評価
 *
 * The rows below tell how many cells the header has; together the lines must
 * have as many, and make up words that head columns.
 */
#ifndef TZ_TABLE_TORN_H
#define TZ_TABLE_TORN_H

#include "table/win.h"

/* A header is in no more lines, and no longer lines of text are part of one. */
enum { TORN_LINES = 10, TORN_BYTES = 45 };

/* True if R, a record before a table, may be the first line of its header. */
int torn_may_begin(const struct rec *r);
/* How many records of W, from the first on, are the lines of one header; 0 if they are not. */
size_t torn_header(const struct window *w, const char *file);

#endif
