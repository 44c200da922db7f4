/*
 * rebuild.h - puts the lines of a document together again, in its own encoding
 *
 * Pieces come in source order. Pieces with one line number are one line; a
 * gap between the numbers is that many empty lines. A line is encoded as a
 * whole, so that an encoding with shift states gets no needless ones.
 */
#ifndef TZ_RESTORE_REBUILD_H
#define TZ_RESTORE_REBUILD_H

#include "base/buf.h"
#include "encoding/encode.h"
#include "stream/msg.h"

struct rebuild {
	struct encoder *enc;
	const char *newline; /* as the document has it */
	struct place place;  /* for messages: the document's name, the line at hand */
	unsigned long line;  /* the line at hand; 0 before the first */
	int ended;           /* its bytes were given, and its newline with them */
	struct buf text;     /* what of it is still to be encoded */
	unsigned long column; /* where that begins */
	struct buf out;
};

/* Begins a document. Returns 0 if ENCODING is not known here. */
int rebuild_begin(struct rebuild *r, const char *name, const char *encoding, int bom, const char *newline);
/* Goes to LINE. One that lies behind is said, and what follows stands on a line of its own. */
void rebuild_line(struct rebuild *r, unsigned long line);
/* Appends to the line at hand. TEXT has no newlines. */
void rebuild_text(struct rebuild *r, struct slice text);
/* The line from COLUMN to where it has come is these bytes (hexadecimal digits). 0 if they are no such thing. */
int rebuild_bytes(struct rebuild *r, unsigned long column, struct slice hex);
/* Ends the document with line LAST (0: it has none), and FINAL: with a newline. */
void rebuild_end(struct rebuild *r, unsigned long last, int final);

#endif
