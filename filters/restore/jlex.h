/*
 * jlex.h - the bytes of JSON (RFC 8259), one token at a time
 *
 * Strict: what is UTF-8, a string, a number, is asked here, and of all that is read. The bytes are checked to be UTF-8 as
 * they come in, a block at a time: text outside strings is ASCII anyhow, and in most strings there is nothing else to do.
 */
#ifndef TZ_RESTORE_JLEX_H
#define TZ_RESTORE_JLEX_H

#include <sys/types.h>

#include "base/buf.h"
#include "stream/in.h"
#include "stream/msg.h"
#include "stream/spool.h"

enum { JLEX_LARGEST = 64 << 20 }; /* bytes of a string, or of what is kept of a node without its children */

struct jlex {
	const char *name;
	struct in *in;
	size_t good;          /* bytes [in->pos, good) of the window are UTF-8 */
	int replay;           /* these bytes were counted and checked before, when they were put aside */
	unsigned long passed; /* bytes of the input before the window; while `replay` is on, before the place at hand */
	unsigned long line;   /* the newlines behind us, plus 1 */
	int failed;           /* something is wrong, and was said; all unwinds */
};

void jlex_begin(struct jlex *l, struct in *in);

/* Says what is wrong at the place at hand, the first time: as JSON, or as a tree. */
void jlex_fail(struct jlex *l, const char *what);
void jlex_refuse(struct jlex *l, const char *why);

/* Bytes of the input behind us. */
unsigned long jlex_offset(const struct jlex *l);

/* Where it is in what it reads again, and back to there: while `replay` is on. */
off_t jlex_tell(struct jlex *l);
void jlex_seek(struct jlex *l, off_t at);

/* The next byte that is no white space, which stays; -1 at the end. In line, for it is asked before each token, and
 * mostly there is no white space. */
int jlex_peek_on(struct jlex *l);
static inline int
jlex_peek(struct jlex *l)
{
	const struct in *in = l->in;

	return in->pos < l->good && (unsigned char)in->p[in->pos] > ' ' ? (unsigned char)in->p[in->pos] : jlex_peek_on(l);
}

/* Takes C if it is next. */
static inline int
jlex_take(struct jlex *l, char c)
{
	if (l->failed || jlex_peek(l) != (unsigned char)c)
		return 0;
	l->in->pos++;
	return 1;
}

/* Takes C, which must be next, or fails. */
int jlex_missing(struct jlex *l, const char *what);
static inline int
jlex_expect(struct jlex *l, char c, const char *what)
{
	return jlex_take(l, c) || jlex_missing(l, what);
}

/* The slices that these give live until more is read. */

/* The string that begins here: what stands between its quotes. 0: it fails; 2: with escapes, which are still to be
 * undone (jword.h); else 1. */
int jlex_string(struct jlex *l, struct slice *raw);
/* The letters, digits and signs from here on: what is neither a string nor a bracket. It stays. */
struct slice jlex_word(struct jlex *l);
static inline void
jlex_skip(struct jlex *l, size_t n)
{
	l->in->pos += n;
}

/* Copies a value, up to the comma or bracket behind it, to TO, or nowhere. Whether it is well-formed is for its reader
 * to say. */
void jlex_copy(struct jlex *l, struct spool *to);

#endif
