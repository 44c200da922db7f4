/*
 * matchlimit.h - the lines on which a pattern gave up
 *
 * Such a line is said at once, and once a filter; its `warn` record waits in
 * the stage until all records of the line are written, then goes behind them.
 */
#ifndef TZ_STREAM_MATCHLIMIT_H
#define TZ_STREAM_MATCHLIMIT_H

#include "stream/msg.h"
#include "stream/rec.h"
#include "stream/stage.h"

/* A pattern gave up on the line AT; without a file it is the line that the stage is said to read. */
void limit_hit(struct place at);
/* How often that has been: what was found out meanwhile is not to be kept for other lines if it has grown. */
static inline unsigned long
limits_hit(void)
{
	return stage->gave_up;
}
/* The line that the stage reads, for patterns whose callers do not know it (marks.h). FILE is not copied. */
void limits_reading(const char *file, unsigned long line);

/* Moves the records of lines before LINE to the end of TO, or writes them: to be done before a record
 * of the text of LINE. out_pass does so by itself. */
void limits_take(struct buf *to, unsigned long line);
void limits_write(unsigned long line);

static inline void
out_limits(unsigned long line)
{
	if (stage->limits.n)
		limits_write(line);
}

/* True if an earlier run of this filter wrote R: it is dropped, and said anew. */
int limit_is_own(const struct rec *r);

#endif
