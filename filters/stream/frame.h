/* frame.h - writes the framed text stream of tanzaku(5): headers, lines, and notes about them */
#ifndef TZ_STREAM_FRAME_H
#define TZ_STREAM_FRAME_H

#include "base/buf.h"
#include "stream/msg.h"
#include "stream/newline.h"

/* The name that a document goes by: never empty, never beginning with FS, and UTF-8: other bytes become \xNN, and so does
 * the backslash of a \xNN that stands in the name, so that all of them are bytes of the file's name. */
void frame_name(struct buf *to, const char *operand);

/* A document begins. NAME is an operand; READERS are the programs that it came through (reader/readers.h), NULL: none. */
void frame_header(const char *name, const char *encoding, int bom, enum newline newline, int final, const char *readers);
void frame_unconverted(const char *name, const char *readers);

/* A line of text, without its LF; an FS at its beginning is doubled. */
void frame_line(struct slice text);

/* Notes about the line before, or about the document before its first line. */
void frame_warn(enum msg id, struct slice message);
void frame_bytes(size_t column, const unsigned char *p, size_t n);
void frame_cont(void);

#endif
