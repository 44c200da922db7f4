/*
 * jlex.h - the bytes of JSON, one value at a time, without looking into it
 */
#ifndef TZ_RESTORE_JLEX_H
#define TZ_RESTORE_JLEX_H

#include <sys/types.h>

#include "base/buf.h"
#include "stream/in.h"
#include "stream/msg.h"
#include "stream/spool.h"

enum { JLEX_LARGEST = 64 << 20 }; /* bytes of a value, or of a node without its children */

struct jlex {
	const char *name;
	struct in *in;
	int replay;           /* these bytes were counted before, when they were put aside */
	unsigned long offset; /* bytes of the input behind us */
	unsigned long line;   /* the newlines among them, plus 1 */
	int failed;           /* something is wrong, and was said; all unwinds */
};

/* Says what is wrong at the place at hand, the first time: as JSON, or as a tree. */
void jlex_fail(struct jlex *l, const char *what);
void jlex_refuse(struct jlex *l, const char *why);

/* Where it is in what it reads again, and back to there: while `replay` is on. */
off_t jlex_tell(struct jlex *l);
void jlex_seek(struct jlex *l, off_t at);

/* The next byte that is no white space, which stays; -1 at the end. */
int jlex_peek(struct jlex *l);
void jlex_skip(struct jlex *l, size_t n);
/* Takes C, which must be next, or fails. */
int jlex_expect(struct jlex *l, char c, const char *what);
/* Takes the value C if it is next. */
int jlex_take(struct jlex *l, char c);

/* Where a value is copied to: one of the two, or nowhere. */
struct sink {
	struct buf *buf;
	struct spool *spool;
};

/* Copies a value up to the comma or bracket behind it. Whether it is well-formed is for its reader to say. */
void jlex_value(struct jlex *l, struct sink to);
/* Copies a string with its quotes. */
void jlex_key(struct jlex *l, struct buf *to);

#endif
