/* in.c - block reading and lines; see in.h */
#include "stream/in.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "stream/msg.h"
#include "stream/progress.h"
#include "stream/ring.h"

enum { BLOCK = 128 * 1024 };

/* Makes BLOCK bytes of room behind in->end: by sliding what is left to the front, or by growing. */
static void
make_room(struct in *in)
{
	if (in->pos == in->end)
		in->pos = in->end = 0;
	if (in->cap - in->end >= BLOCK)
		return;
	if (in->pos) {
		memmove(in->p, in->p + in->pos, in->end - in->pos);
		in->end -= in->pos;
		in->pos = 0;
	}
	while (in->cap - in->end < BLOCK) {
		in->cap = in->cap ? 2 * in->cap : BLOCK + BLOCK / 2;
		in->p = erealloc(in->p, in->cap);
	}
}

/* Standard input may lead to memory that the process in front has written into. */
static int
through_ring(const struct in *in)
{
	return ring_in && in->fd == STDIN_FILENO;
}

int
in_open(struct in *in, const char *name)
{
	static char nothing[1];
	int std = strcmp(name, "-") == 0;

	*in = (struct in){.fd = STDIN_FILENO, .name = name, .limit = LINE_LIMIT};
	if (!std)
		in->fd = open(name, O_RDONLY | O_CLOEXEC);
	else
		progress_waits();
	if (in->fd < 0) {
		say(MSG_CANNOT_READ, (struct place){name, 0, 0}, strerror(errno));
		return -1;
	}
	if (through_ring(in))
		in->p = nothing;
	else
		make_room(in);
	return 0;
}

void
in_close(struct in *in)
{
	struct buf window = {in->cap ? in->p : NULL, 0, in->cap};

	if (in->fd > STDERR_FILENO)
		close(in->fd);
	buf_free(&window);
	in->p = NULL;
}

static ssize_t
read_block(struct in *in)
{
	ssize_t n;

	make_room(in);
	do
		n = read(in->fd, in->p + in->end, BLOCK);
	while (n < 0 && errno == EINTR);
	return n;
}

size_t
in_fill(struct in *in)
{
	ssize_t n;

	if (in->eof)
		return 0;
	n = through_ring(in) ? ring_read(in) : read_block(in);
	if (n <= 0)
		in->eof = 1;
	if (n < 0) {
		in->failed = errno ? errno : EIO;
		say(in->end || in->pos ? MSG_READ_FAILED : MSG_CANNOT_READ, (struct place){in->name, 0, 0},
		    strerror(in->failed));
	}
	if (n <= 0)
		return 0;
	progress_read((size_t)n);
	in->end += (size_t)n;
	return (size_t)n;
}

/* Where to cut an over-long line: not inside a UTF-8 character. */
static size_t
cut_at(const char *p, size_t n)
{
	size_t back;

	for (back = 0; back < 3 && n - back > 1; back++)
		if (((unsigned char)p[n - back] & 0xc0) != 0x80)
			return n - back;
	return n;
}

static enum got
hand_out(struct in *in, struct slice *line, size_t n, size_t skip, enum got got)
{
	*line = (struct slice){in->p + in->pos, n};
	in->pos += n + skip;
	return got;
}

enum got
in_line(struct in *in, struct slice *line)
{
	size_t seen = 0; /* bytes of the window that hold no LF */

	for (;;) {
		size_t have = in->end - in->pos;
		char *p = in->p + in->pos;
		char *lf = have > seen ? memchr(p + seen, '\n', have - seen) : NULL;

		if (lf && (size_t)(lf - p) <= in->limit)
			return hand_out(in, line, (size_t)(lf - p), 1, GOT_LINE);
		if (have > in->limit)
			return hand_out(in, line, cut_at(p, in->limit), 0, GOT_PIECE);
		seen = have;
		if (in_fill(in))
			continue;
		if (have == 0)
			return GOT_NONE;
		return hand_out(in, line, have, 0, GOT_UNENDED);
	}
}

static void
one_input(const char *name, void (*fn)(struct in *))
{
	struct in in;

	if (in_open(&in, name) < 0)
		return;
	fn(&in);
	in_close(&in);
}

void
each_input(int argc, char **argv, void (*fn)(struct in *))
{
	int i;

	if (argc == 0)
		one_input("-", fn);
	for (i = 0; i < argc; i++)
		one_input(argv[i], fn);
}
