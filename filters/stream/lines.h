/*
 * lines.h - the text stream that decode writes: lines, and the frame around them
 *
 * tanzaku(5): in a framed stream (its first byte is FS, 0x1C) a line that
 * begins with FS is a document's header, a note, or a text line whose own FS
 * was doubled. All that is settled here; a caller sees what each line is.
 */
#ifndef TZ_STREAM_LINES_H
#define TZ_STREAM_LINES_H

#include "base/buf.h"
#include "stream/in.h"

enum { FS = 0x1c };

enum line_kind { LINE_TEXT, LINE_HEADER, LINE_NOTE };

struct line {
	enum line_kind kind;
	struct slice text; /* of a header: its fields; of a note: its kind and fields */
	int again;         /* text that goes on with the line before it: no newline of the source between them */
	int cut;           /* text that the next one goes on with */
	int ended;         /* LF ended it */
	int utf8;          /* it is known to be well-formed */
	size_t room;       /* bytes before the text that nobody needs any more, and that may be written over */
};

struct lines {
	struct in *in;
	int framed;
	int cut;          /* the text line handed out last was cut */
	struct buf ahead; /* lines read ahead, raw, one after another */
	struct ahead {
		size_t end; /* in the buffer */
		enum got got;
		enum { LINE_UNKNOWN, LINE_UTF8, LINE_BAD } utf8; /* once that was asked */
	} *q;
	size_t n, cap, next; /* entries; the first one not handed out */
	struct buf held;     /* a copy of the current line, where looking ahead would lose it */
};

/* Begins reading IN, telling from its first bytes whether it is framed. */
void lines_begin(struct lines *l, struct in *in);
void lines_end(struct lines *l); /* frees what it owns, not IN */

/* The next line; 0 at the end. Valid until the next call of lines_next or lines_peek. */
int lines_next(struct lines *l, struct line *line);
/* The line I places behind the one handed out last, from 0, which stays in the stream. Not to be
 * asked beyond a cut line. Valid until the next call of lines_next or lines_peek. */
int lines_peek(struct lines *l, size_t i, struct line *line);
/* Whether the line I places behind that, whose text lines_peek has given as TEXT, is well-formed: found out once. */
int lines_is_utf8(struct lines *l, size_t i, struct slice text);
/* The first byte of the stream line behind the one handed out last, where it has been read: -1 where that is not known, and at
 * the end. Moves nothing. */
int lines_next_byte(const struct lines *l);

#endif
