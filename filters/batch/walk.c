/* walk.c - what is under the sources; see source.h */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "batch/ahead.h"
#include "batch/listing.h"

struct walk {
	const struct sources *s;
	const struct outdir *o;
	const struct found *f;
	struct buf path; /* the name of a file, from the sources on */
};

static const char *
path_of(struct walk *w, const char *dir, const char *base)
{
	buf_clear(&w->path);
	buf_addz(&w->path, dir);
	if (*dir)
		buf_addc(&w->path, '/');
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
file(struct walk *w, const struct folder *in, const struct name *of, const struct look *look)
{
	const char *name = path_of(w, in->name, of->base);

	if (look->error && (look->error != ENOENT || of->link))
		w->f->unseen(name, look->error);
	else if (look->error) /* it has gone meanwhile */
		w->f->left_out(name, strerror(look->error));
	else if (S_ISDIR(look->st.st_mode))
		w->f->left_out(name, "a symbolic link to a directory");
	else if (!S_ISREG(look->st.st_mode))
		w->f->left_out(name, "not a regular file");
	else if (of->link && !leads_out(w, name))
		w->f->left_out(name, "a symbolic link into the output directory");
	else
		w->f->document(name, &look->st, of->noplace);
}

static void
folder(const struct walk *w, const struct folder *f)
{
	if (f->ours)
		return;
	if (!f->error)
		w->f->directory(f->name, f->excluded);
	if (!f->error && !f->torn && f->stamp)
		listing_note(f->name, f->stamp, f->names);
	if (f->error || f->torn)
		w->f->failed(f->name, f->error ? f->error : f->torn);
}

void
sources_walk(const struct sources *s, const struct outdir *o, const struct found *f)
{
	struct walk w = {.s = s, .o = o, .f = f};
	struct piece *p;
	size_t i;

	while ((p = ahead_next())) {
		if (p->n == 0)
			folder(&w, p->in);
		for (i = 0; i < p->n; i++)
			file(&w, p->in, &p->file[i], &p->look[i]);
		ahead_free(p);
	}
	buf_free(&w.path);
}
