/* spool.c - bytes that wait; see spool.h */
#include "stream/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "stream/msg.h"

enum { IN_MEMORY = 1 << 18 };

void
spool_init(struct spool *s)
{
	*s = (struct spool){.fd = -1};
}

int
spool_file(void)
{
	const char *dir = getenv("TMPDIR");
	struct buf name = {0};
	int fd;

	buf_addz(&name, dir && *dir ? dir : "/tmp");
	buf_addz(&name, "/tanzaku-XXXXXX");
	buf_addc(&name, '\0');
	fd = mkstemp(name.p);
	if (fd < 0)
		die("%s: no temporary file:", name.p);
	if (unlink(name.p) < 0)
		die("%s: cannot be unlinked:", name.p);
	(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
	buf_free(&name);
	return fd;
}

static void
move_to_file(struct spool *s)
{
	size_t done = 0;

	if (s->fd < 0)
		s->fd = spool_file();
	while (done < s->mem.n) {
		ssize_t w = write(s->fd, s->mem.p + done, s->mem.n - done);

		if (w < 0 && errno != EINTR)
			die("temporary file: write failed:");
		done += w > 0 ? (size_t)w : 0;
	}
	s->at += (off_t)s->mem.n;
	buf_clear(&s->mem);
}

void
spool_add(struct spool *s, const char *p, size_t n)
{
	if (s->mem.n + n > IN_MEMORY)
		move_to_file(s);
	buf_add(&s->mem, p, n);
}

int
spool_empty(const struct spool *s)
{
	return s->at == 0 && s->mem.n == 0;
}

int
spool_read(struct spool *s, struct slice *mem)
{
	if (s->at == 0) {
		*mem = slice_of(&s->mem);
		return -1;
	}
	move_to_file(s);
	if (lseek(s->fd, 0, SEEK_SET) < 0)
		die("temporary file:");
	return s->fd;
}

/* The file is kept for the next document, empty. */
void
spool_reset(struct spool *s)
{
	if (s->at && (ftruncate(s->fd, 0) < 0 || lseek(s->fd, 0, SEEK_SET) < 0))
		die("temporary file:");
	s->at = 0;
	buf_clear(&s->mem);
}
