/*
 * trailer.h - the line behind a document's JSON that says how it went
 *
 *	RS NAME TAB STATE TAB WARNINGS TAB ROWS TAB BYTES [TAB LINE TAB CODE TAB MESSAGE] LF
 *
 * RS (0x1E) stands raw in no JSON. STATE is "ok" or "failed"; ROWS and BYTES are how many the JSON has of them, so that
 * a loss on the way shows; the last three are those of its first warning, or of why it failed. Fields are escaped as in
 * tanzaku(5). Who reads the output of many documents can tell by it where each one ends, even one without rows.
 */
#ifndef TZ_STREAM_TRAILER_H
#define TZ_STREAM_TRAILER_H

#include "base/buf.h"

enum { RS = '\x1e' };

struct trailer {
	int failed; /* it could not be read, or not to its end */
	unsigned long warnings, rows, bytes, line;
	struct buf code, message; /* escaped */
};

void trailer_begin(struct trailer *t);
/* A warning of the stream, its fields escaped; one that makes no exit status is not counted. */
void trailer_warning(struct trailer *t, unsigned long line, struct slice code, struct slice message);
/* Appends the line. MORE: warnings that were not in the stream. */
void trailer_write(struct buf *to, const struct trailer *t, struct slice name, int failed, unsigned long more);

#endif
