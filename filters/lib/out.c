/* out.c - buffered standard output; see out.h */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "msg.h"

enum { OUT_SIZE = 128 * 1024, PIPE_SIZE = 1024 * 1024 };

static char buffer[OUT_SIZE];
static size_t used;

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
write_all(const char *p, size_t n)
{
	widen_pipe();
	while (n) {
		ssize_t w = write(STDOUT_FILENO, p, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			die("standard output: write failed, output is incomplete:");
		p += w;
		n -= (size_t)w;
	}
}

void
out_flush(void)
{
	size_t n = used;

	used = 0;
	write_all(buffer, n);
}

char *
out_room(size_t n)
{
	if (n > OUT_SIZE - used)
		out_flush();
	return buffer + used;
}

void
out_took(size_t n)
{
	used += n;
}

void
out(const char *p, size_t n)
{
	if (n > OUT_SIZE - used) {
		out_flush();
		if (n >= OUT_SIZE) {
			write_all(p, n);
			return;
		}
	}
	if (n)
		memcpy(buffer + used, p, n);
	used += n;
}

void
outs(struct slice s)
{
	out(s.p, s.n);
}

void
outc(char c)
{
	if (used == OUT_SIZE)
		out_flush();
	buffer[used++] = c;
}

void
outz(const char *z)
{
	out(z, strlen(z));
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
