/* out.c - buffered standard output; see out.h */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "stream/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "stream/handon.h"
#include "stream/msg.h"
#include "stream/ring.h"

enum { PIPE_SIZE = 1024 * 1024 };

/* A larger pipe saves the two sides of it most of their context switches. Where it is
 * refused (not a pipe, not Linux, over the user's limit) the usual size serves as well. */
static void
widen_pipe(void)
{
#ifdef F_SETPIPE_SZ
	static int done;

	if (!done) {
		(void)fcntl(STDOUT_FILENO, F_SETPIPE_SZ, PIPE_SIZE);
		done = 1;
	}
#endif
}

static void
lost(void)
{
	die("standard output: write failed, output is incomplete:");
}

static void
write_all(const char *p, size_t n)
{
	widen_pipe();
	while (n) {
		ssize_t w = write(STDOUT_FILENO, p, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			lost();
		p += w;
		n -= (size_t)w;
	}
}

void
out_flush(void)
{
	size_t n = stage->out.n;

	if (stage->next) {
		stage_hand_on();
		return;
	}
	stage->out.n = 0;
	if (!ring_out)
		write_all(stage->out.p, n);
	else if (n && !(stage->out.p = ring_hand_on(n)))
		lost();
}

char *
out_room(size_t n)
{
	if (n > out_left())
		out_flush();
	if (stage->next) /* which has not taken a record that is not whole */
		buf_room(&stage->out, n);
	return stage->out.p + stage->out.n;
}

void
out_took(size_t n)
{
	stage->out.n += n;
}

/* A slot of a ring takes no more than there is room for. */
static void
out_parts(const char *p, size_t n)
{
	for (; n > stage->out.cap; n -= stage->out.cap, p += stage->out.cap) {
		out(p, stage->out.cap);
		out_flush();
	}
	out(p, n);
}

void
out_large(const char *p, size_t n)
{
	out_flush();
	if (stage->next)
		buf_add(&stage->out, p, n); /* the next stage gets whole records: room for one */
	else if (n >= stage->out.cap && !ring_out)
		write_all(p, n);
	else
		out_parts(p, n);
}

void
outu(unsigned long u)
{
	char digits[24], *p = digits + sizeof(digits);

	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	out(p, (size_t)(digits + sizeof(digits) - p));
}
