/*
 * again.h - warnings about texts that come again: said once each
 *
 * A table of a thousand rows may hold one mark that nothing explains. Each row
 * gets its `warn` record, of a few bytes: the code, and the text alone. The
 * terminal gets one line for each different text of a column, at the end of
 * the document, with the number of cells and the line of the first.
 */
#ifndef TZ_STREAM_AGAIN_H
#define TZ_STREAM_AGAIN_H

#include <stdarg.h>

#include "base/buf.h"
#include "stream/msg.h"

/* What was warned of in this document. Starts as {0}; memory is bounded: what does not fit is said at once. */
struct again {
	struct again_entry *v;
	size_t n, cap;
	size_t *slot; /* by hash: 1 + the index of the last entry, 0 for none */
	struct buf text;
};

/* Appends the `warn` record about TEXT, a field, at AT to TO, and counts it. COLUMN, a label, tells columns apart. What
 * follows are the arguments of the message ID. */
void again_warn(struct again *a, struct buf *to, enum msg id, struct place at, struct slice text, struct slice column, ...);
/* The beginning of TEXT that is short enough for a record, and a message. */
struct slice again_shown(struct slice text);
/* Says what was counted, in the order of the first lines, about FILE; and forgets it. WHAT: "cells" were, or "rows". */
void again_say(struct again *a, const char *file, const char *what);

#endif
