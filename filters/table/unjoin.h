/*
 * unjoin.h - rows that were joined (join.h), and their lines again
 */
#ifndef TZ_TABLE_UNJOIN_H
#define TZ_TABLE_UNJOIN_H

#include "stream/rec.h"

/* The inverse of join_lines, for the filter's own input: calls FN with the record of each line, in order. */
void join_undo(const struct rec *r, void (*fn)(const struct rec *r));
/* True if R is a row that was joined. */
int join_spans(const struct rec *r);

#endif
