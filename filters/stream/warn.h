/* warn.h - messages that go into the stream as well, as `warn` records */
#ifndef TZ_STREAM_WARN_H
#define TZ_STREAM_WARN_H

#include "stream/rec.h"

/* Says message ID about AT on standard error, and writes it into the stream as a `warn` record. */
void out_warn(enum msg id, struct place at, ...);
/* The same, but the record is appended to TO. */
void add_warn(struct buf *to, enum msg id, struct place at, va_list ap);

/* The same, of line LINE, and nothing is said on standard error: that comes later, for all of its kind at once. */
void add_warn_unsaid(struct buf *to, enum msg id, unsigned long line, ...);

/* True if R is a `warn` that message ID wrote: a filter drops its own before it says them anew. */
int warn_is(const struct rec *r, enum msg id); /* of a warn */
static inline int
is_warn(const struct rec *r, enum msg id)
{
	return r->kind == K_WARN && warn_is(r, id);
}

#endif
