/*
 * out.h - standard output through one buffer, where a lost write is never silent
 *
 * (Or to the filter behind this one in the same program: see stage.h.)
 * A failed write says so and ends the filter with status 2 (SIGPIPE keeps its
 * default action: a reader that leaves ends us quietly, as it ends cat).
 */
#ifndef TZ_STREAM_OUT_H
#define TZ_STREAM_OUT_H

#include "base/buf.h"
#include "stream/stage.h"

void out_flush(void);
void out_large(const char *p, size_t n); /* more than there is room for */
void outu(unsigned long u);              /* in decimal */

/* At least N writable bytes inside the buffer, for a producer that fills it in place;
 * out_took says how many of them were used. N is at most OUT_ROOM. */
enum { OUT_ROOM = 64 * 1024 };
char *out_room(size_t n);
void out_took(size_t n);
/* How many of them there are without handing on what is in the buffer. */
static inline size_t
out_left(void)
{
	return stage->out.cap - stage->out.n;
}

static inline void
out(const char *p, size_t n)
{
	struct buf *b = &stage->out;

	if (n > b->cap - b->n) {
		out_large(p, n);
		return;
	}
	if (n)
		memcpy(b->p + b->n, p, n);
	b->n += n;
}

static inline void
outs(struct slice s)
{
	out(s.p, s.n);
}

static inline void
outz(const char *z)
{
	out(z, strlen(z));
}

static inline void
outc(char c)
{
	struct buf *b = &stage->out;

	if (b->n == b->cap)
		out_large(&c, 1);
	else
		b->p[b->n++] = c;
}

#endif
