/* walk.c - what is under the sources; see source.h */
#define _DEFAULT_SOURCE /* d_type: saves a call of stat(2) for each directory */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "msg.h"
#include "source.h"

struct name {
	char *name;
	struct name *next;
};

struct walk {
	const struct sources *s;
	const struct outdir *o;
	const struct found *f;
	struct name *todo; /* directories, from the uppermost on: nothing is deeper than the list */
	struct buf dir;    /* the name of the one that is read, with a slash behind it */
	struct buf path;   /* that of a file in it */
	int fd;
};

static void
push(struct name **list, const char *name)
{
	size_t n = strlen(name) + 1;
	struct name *new = emalloc(sizeof(*new));

	new->name = emalloc(n);
	memcpy(new->name, name, n);
	new->next = *list;
	*list = new;
}

static char *
pop(struct name **list)
{
	struct name *first = *list;
	char *name = first->name;

	*list = first->next;
	free(first);
	return name;
}

static const char *
path_of(struct walk *w, const char *base)
{
	buf_clear(&w->path);
	buf_adds(&w->path, slice_of(&w->dir));
	buf_add(&w->path, base, strlen(base) + 1);
	return w->path.p;
}

/* A link leads to a document, unless that is one of ours. */
static int
leads_out(struct walk *w, const char *name)
{
	int fd = openat(w->s->in, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	char self[64], real[PATH_MAX];
	ssize_t n;
	int out = 1;
	size_t top = strlen(w->o->real);

	if (fd < 0)
		return 1; /* to be said where it is read */
	snprintf(self, sizeof(self), "/proc/self/fd/%d", fd);
	n = readlink(self, real, sizeof(real) - 1);
	if (n > 0 && (size_t)n > top)
		out = !(memcmp(real, w->o->real, top) == 0 && real[top] == '/');
	close(fd);
	return out;
}

static void
file(struct walk *w, const char *base, int link, int noplace)
{
	const char *name = path_of(w, base);
	struct stat st;

	if (fstatat(w->fd, base, &st, 0) < 0)
		w->f->left_out(name, strerror(errno));
	else if (S_ISDIR(st.st_mode))
		w->f->left_out(name, "a symbolic link to a directory");
	else if (!S_ISREG(st.st_mode))
		w->f->left_out(name, "not a regular file");
	else if (link && !leads_out(w, name))
		w->f->left_out(name, "a symbolic link into the output directory");
	else
		w->f->document(name, &st, noplace);
}

/* Does a file BASE want the name of a directory in DIRS for its output? */
static int
no_place(const struct walk *w, const struct name *dirs, const char *base)
{
	size_t n = strlen(base);

	for (; dirs; dirs = dirs->next)
		if (strncmp(dirs->name, base, n) == 0 && strcmp(dirs->name + n, w->s->suffix) == 0)
			return 1;
	return 0;
}

static int
type_of(struct walk *w, const struct dirent *e)
{
	struct stat st;

	if (e->d_type != DT_UNKNOWN)
		return e->d_type;
	if (fstatat(w->fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return DT_REG; /* to be said where it is read */
	return S_ISDIR(st.st_mode) ? DT_DIR : S_ISLNK(st.st_mode) ? DT_LNK : DT_REG;
}

static int
has_suffix(const char *name, const char *suffix)
{
	size_t n = strlen(name), m = strlen(suffix);

	return n > m && strcmp(name + n - m, suffix) == 0;
}

/* Directories first: then it is known which files have no place. */
static int
directories(struct walk *w, DIR *d, struct name **rivals, struct buf *files)
{
	struct dirent *e;

	for (errno = 0; (e = readdir(d)); errno = 0) {
		const char *base = e->d_name;
		int type;

		if (*base == '.' && (!w->s->hidden || strcmp(base, ".") == 0 || strcmp(base, "..") == 0))
			continue;
		type = type_of(w, e);
		if (type != DT_DIR) {
			buf_addc(files, type == DT_LNK ? 'l' : 'f');
			buf_add(files, base, strlen(base) + 1);
			continue;
		}
		push(&w->todo, path_of(w, base));
		if (has_suffix(base, w->s->suffix))
			push(rivals, base);
	}
	return errno;
}

static void
entries(struct walk *w, DIR *d, const char *name)
{
	static struct buf files;
	struct name *rivals = NULL;
	int error;
	size_t i;

	buf_clear(&files);
	error = directories(w, d, &rivals, &files);
	if (error)
		w->f->failed(name, error);
	for (i = 0; i < files.n; i += strlen(files.p + i) + 1)
		file(w, files.p + i + 1, files.p[i] == 'l', no_place(w, rivals, files.p + i + 1));
	while (rivals)
		free(pop(&rivals));
}

/* An operand may be a link; below it, a directory that has become one is not entered. */
static void
directory(struct walk *w, const char *name, int operand)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (operand ? 0 : O_NOFOLLOW);
	struct stat st;
	DIR *d;

	w->fd = openat(w->s->in, *name ? name : ".", flags);
	if (w->fd < 0 || fstat(w->fd, &st) < 0 || !(d = fdopendir(w->fd))) {
		w->f->failed(name, errno);
		if (w->fd >= 0)
			close(w->fd);
		return;
	}
	if (st.st_dev != w->o->st.st_dev || st.st_ino != w->o->st.st_ino) {
		buf_clear(&w->dir);
		buf_addz(&w->dir, name);
		if (*name)
			buf_addc(&w->dir, '/');
		w->f->directory(name);
		entries(w, d, name);
	}
	closedir(d);
}

static void
operand(struct walk *w, const char *name)
{
	struct stat st;

	buf_clear(&w->dir);
	w->fd = w->s->in;
	if (*name && fstatat(w->s->in, name, &st, 0) < 0)
		w->f->failed(name, errno);
	else if (!*name || S_ISDIR(st.st_mode))
		directory(w, name, 1);
	else
		file(w, name, 0, 0);
}

void
sources_walk(const struct sources *s, const struct outdir *o, const struct found *f)
{
	struct walk w = {.s = s, .o = o, .f = f};
	size_t i;

	for (i = 0; i < s->n; i++) {
		operand(&w, s->name[i]);
		while (w.todo) {
			char *name = pop(&w.todo);

			directory(&w, name, 0);
			free(name);
		}
	}
	buf_free(&w.dir);
	buf_free(&w.path);
}
