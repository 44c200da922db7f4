/*
 * labelled.h - rows whose fields have labels of their own: records of one field a line, items of task lists
 *
 * split says so, with a `labels` record before them, and what they are called, if anything. There is no header to look
 * for, and none in force from before; the names go into a `names` record, and what they are into `roles`.
 */
#ifndef TZ_TABLE_LABELLED_H
#define TZ_TABLE_LABELLED_H

#include "table/put.h"

/* t->labelled: where the record to come stands. */
enum { LABELS_NONE, LABELS_BEFORE, LABELS_IN_FORCE };

/* R is a `labels` record, and nothing is held. */
void labelled_begin(struct table *t, const struct rec *r);
/* R is the row behind it. */
void labelled_row(struct table *t, const struct rec *r);
/* A row without such labels, of line LINE, follows: the names are not its. */
void labelled_end(struct table *t, unsigned long line);

#endif
