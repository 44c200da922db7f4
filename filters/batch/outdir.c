/* outdir.c - OUTDIR; see outdir.h */
#define _GNU_SOURCE /* syncfs(2) */
#include "batch/outdir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "stream/msg.h"

enum { SHORT = 128 }; /* bytes of a name that no file system finds too long */

/* What was asked for last. Documents come directory by directory, mostly: one stays open. */
static struct {
	int made;         /* the last directory was not there before */
	struct buf path;  /* of the one that is open, */
	int root, fd;     /* below this one; FD: -1 */
	int empty;        /* but for what has been put into it since it was entered */
	struct buf file;  /* the name in it */
} last = {.root = -1, .fd = -1};

static int
subdirectory(int at, const char *name, int make)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	last.made = 0;
	if (fd >= 0 || errno != ENOENT || !make)
		return fd;
	last.made = mkdirat(at, name, 0777) == 0;
	if (!last.made && errno != EEXIST)
		return -1;
	return openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

int
write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t w = write(fd, p, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return -1;
		p += w;
		n -= (size_t)w;
	}
	return 0;
}

/* Only the program that runs holds it: when it dies, by whatever, so does the lock. */
static void
lock(const struct outdir *o, int wait)
{
	char holder[32] = "";
	int fd = openat(o->state, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666), n;

	if (fd < 0)
		die("%s/" STATE_DIRECTORY "/lock:", o->path);
	while ((n = flock(fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB)) < 0 && errno == EINTR)
		;
	if (n < 0 && errno == EWOULDBLOCK) {
		if (read(fd, holder, sizeof(holder) - 1) > 0)
			holder[strcspn(holder, "\n")] = '\0';
		die("%s: another run, process %s, has it; left alone (--wait waits for it)", o->path, holder);
	}
	if (n < 0)
		die("%s/" STATE_DIRECTORY "/lock: flock:", o->path);
	n = snprintf(holder, sizeof(holder), "%ld\n", (long)getpid());
	if (ftruncate(fd, 0) < 0 || write_all(fd, holder, (size_t)n) < 0)
		die("%s/" STATE_DIRECTORY "/lock:", o->path);
}

void
outdir_open(struct outdir *o, const char *path, int wait)
{
	*o = (struct outdir){.path = path, .state = -1, .tmp = -1, .in = -1, .parts = -1};
	if (mkdir(path, 0777) < 0 && errno != EEXIST)
		die("%s:", path);
	o->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (o->fd < 0 || fstat(o->fd, &o->st) < 0 || !(o->real = realpath(path, NULL)))
		die("%s:", path);
	o->state = subdirectory(o->fd, STATE_DIRECTORY, 1);
	if (o->state < 0)
		die("%s/" STATE_DIRECTORY ":", path);
	lock(o, wait);
	o->tmp = subdirectory(o->state, "tmp", 1);
	o->in = subdirectory(o->state, "in", 1);
	o->parts = subdirectory(o->state, "parts", 1);
	if (o->tmp < 0 || o->in < 0 || o->parts < 0)
		die("%s/" STATE_DIRECTORY ":", path);
}

void
outdir_look(struct outdir *o, const char *path)
{
	*o = (struct outdir){.path = path, .state = -1, .tmp = -1, .in = -1, .parts = -1};
	o->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	o->real = realpath(path, NULL);
	if (o->fd < 0 || !o->real || fstat(o->fd, &o->st) < 0) {
		if (errno != ENOENT)
			die("%s:", path);
		o->real = (char *)path; /* nothing leads there */
		return;
	}
	o->state = subdirectory(o->fd, STATE_DIRECTORY, 0);
	if (o->state >= 0)
		o->parts = subdirectory(o->state, "parts", 0);
}

static int
root_of(const struct outdir *o, enum form f)
{
	return f == FORM_PART_TREE || f == FORM_PART_LINES ? o->parts : o->fd;
}

/* Goes down from ROOT by the N bytes at PATH. */
static int
descend(int root, const char *path, size_t n, int make)
{
	int fd = dup(root), next;
	char *name = emalloc(n + 1);
	size_t part;

	fcntl(fd, F_SETFD, FD_CLOEXEC);
	for (; n && fd >= 0; n -= part, path += part) {
		const char *slash = memchr(path, '/', n);

		part = slash ? (size_t)(slash - path) : n;
		memcpy(name, path, part);
		name[part] = '\0';
		next = subdirectory(fd, name, make);
		close(fd);
		fd = next;
		part += slash != NULL;
	}
	free(name);
	return fd;
}

static int
enter(int root, const char *path, size_t n, int make)
{
	if (root == last.root && last.fd >= 0 && slice_eq(slice_of(&last.path), (struct slice){path, n}))
		return last.fd;
	if (last.fd >= 0)
		close(last.fd);
	last.made = 0;
	last.fd = descend(root, path, n, make);
	last.empty = last.made;
	last.root = root;
	buf_clear(&last.path);
	buf_add(&last.path, path, n);
	return last.fd;
}

int
outdir_place(const struct outdir *o, enum form f, const char *name, int make, const char **base)
{
	const char *slash = strrchr(name, '/');

	buf_clear(&last.file);
	buf_addz(&last.file, slash ? slash + 1 : name);
	buf_addz(&last.file, form_suffix(f));
	buf_addc(&last.file, '\0');
	*base = last.file.p;
	return enter(root_of(o, f), name, slash ? (size_t)(slash - name) : 0, make);
}

/* In a directory that has just been made, and has not been left since, nobody need be asked. */
int
outdir_free(const struct outdir *o, enum form f, const char *name)
{
	const char *base;
	int dir = outdir_place(o, f, name, 1, &base);
	struct stat st;

	if (dir < 0)
		return -1;
	if (last.empty && strlen(base) <= SHORT)
		return 1;
	if (fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 1 : -1;
	return !S_ISDIR(st.st_mode);
}

int
outdir_below(const struct outdir *o, enum form f, const char *dir)
{
	return enter(root_of(o, f), dir, strlen(dir), 0);
}

void
outdir_sweep(const struct outdir *o)
{
	int fd = subdirectory(o->state, "tmp", 0);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;

	if (!d)
		die("%s/" STATE_DIRECTORY "/tmp:", o->path);
	while ((e = readdir(d)))
		if (e->d_name[0] != '.')
			unlinkat(fd, e->d_name, 0);
	closedir(d);
}

int
outdir_replace(const struct outdir *o, const char *name, struct slice text)
{
	int fd, failed;

	if (text.n == 0)
		return unlinkat(o->state, name, 0) < 0 && errno != ENOENT ? -1 : 0;
	fd = openat(o->tmp, name, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		return -1;
	failed = write_all(fd, text.p, text.n) < 0 || fsync(fd) < 0;
	failed |= close(fd) < 0;
	return failed ? -1 : renameat(o->tmp, name, o->state, name);
}

/* One call for a group of files, rather than one for each: the disk is waited for once. */
int
outdir_sync(const struct outdir *o)
{
#ifdef __linux__
	return syncfs(o->fd);
#else
	(void)o;
	sync();
	return 0;
#endif
}
