/*
 * msg.h - what a filter says, and the exit status that follows from it
 *
 * Every message is "tanzaku-NAME: FILE:LINE:COLUMN: LEVEL: what, and what was
 * done about it". All texts stand in msgs.def; tanzaku(7) lists them, and a
 * test compares the two. The worst level said is the exit status.
 */
#ifndef TZ_STREAM_MSG_H
#define TZ_STREAM_MSG_H

#include <stdarg.h>

#include "base/buf.h"

enum status { CLEAN = 0, LOSSY = 1, BAD = 2 };
enum { NOTE = -1 }; /* the level of a message that is printed, and no fault */

enum msg {
#define MSG(id, code, level, text) MSG_##id,
#include "stream/msgs.def"
#undef MSG
	MSG_COUNT
};

/* Where something was found. A line or column of 0 is left out of the message. */
struct place {
	const char *file;
	unsigned long line, column; /* 1-based; columns count code points */
};

/* Says a message on standard error and raises the exit status to its level.
 * A message of level CLEAN is for the stream alone: nothing is printed.
 * At most 20 messages are printed between two calls of say_enddoc. */
void say(enum msg id, struct place at, ...);
void vsay(enum msg id, struct place at, va_list ap);
void say_formatted(enum msg id, struct place at, struct slice text); /* with TEXT for the message's own */
void msg_plain(struct buf *to, struct slice text); /* appends TEXT with its control characters shown: \\x1b */
void say_enddoc(const char *file); /* prints how many messages were held back, if any */

const char *msg_code(enum msg id);                      /* "undefined-mark" */
enum status msg_level(struct slice code);               /* of the message with this code; LOSSY if there is none */
void msg_text(struct buf *to, enum msg id, va_list ap); /* appends the text alone */

void raise_status(enum status st);
enum status status_now(void);

/* Prints "tanzaku-NAME: fmt[: strerror]" and exits with 2; a format that ends in ':' adds strerror(errno). */
void die(const char *fmt, ...) __attribute__((noreturn, format(printf, 1, 2)));
/* Prints "usage: tanzaku-NAME ARGS" on standard error and exits with 2. */
void usage(const char *args) __attribute__((noreturn));

#endif
