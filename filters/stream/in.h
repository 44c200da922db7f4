/*
 * in.h - the operands of a filter, read in blocks, handed out line by line
 */
#ifndef TZ_STREAM_IN_H
#define TZ_STREAM_IN_H

#include "base/buf.h"

/* A longer line comes in pieces of at most this many bytes, so that memory stays bounded. */
enum { LINE_LIMIT = 1 << 20 };

struct in {
	int fd;
	const char *name; /* for messages: the operand; "-" is standard input */
	size_t limit;     /* the longest line in one piece; LINE_LIMIT unless changed */
	char *p;          /* the window: bytes [pos, end) are read and not yet handed out */
	size_t pos, end, cap; /* cap is 0 where it is none of our own: see ring.h */
	int eof;    /* read(2) has returned 0, or has failed and said so */
	int failed; /* errno of the read that did */
	int cut;    /* rec_read is inside a record too long to hold */
};

enum got { GOT_NONE, GOT_LINE, GOT_UNENDED, GOT_PIECE };

/* The next line, without its LF, valid until the next call.
 * GOT_LINE: a line that LF ended. GOT_UNENDED: the last one, without LF.
 * GOT_PIECE: in->limit bytes or a little less, cut between two UTF-8 characters; the line goes on. */
enum got in_line(struct in *in, struct slice *line);

/* Opens NAME ("-" is standard input) for block reading. On failure says why, raises BAD, returns -1. */
int in_open(struct in *in, const char *name);
void in_close(struct in *in);
/* Reads more bytes behind in->end, growing or sliding the window; 0 at the end of input. */
size_t in_fill(struct in *in);

/* Calls FN for each operand, or once for standard input where there is none.
 * An operand that cannot be opened is said, raises BAD, and the rest goes on. */
void each_input(int argc, char **argv, void (*fn)(struct in *));

#endif
