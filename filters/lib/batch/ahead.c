/* ahead.c - pieces of the sources, and the threads that look at them; see ahead.h */
#define _DEFAULT_SOURCE /* d_type: saves a call of stat(2) for each directory */
#include "ahead.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* Files in a piece; pieces that are looked at before they are asked for; threads beside the one that asks. */
enum { PIECE = 128, AHEAD = 32, THREADS = 3 };

static struct {
	const struct sources *s;
	const struct outdir *o;
	struct piece *first, **last; /* in the order in which they come out */
	pthread_mutex_t lock;        /* of the list and the states */
	pthread_cond_t changed;
	pthread_t thread[THREADS];
	long threads;
	int all; /* nothing is left */
} ahead = {.last = &ahead.first, .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static struct folder *
new_folder(const char *dir, const char *base)
{
	struct folder *f = emalloc(sizeof(*f));
	struct buf name = {0};

	buf_addz(&name, dir);
	if (*dir)
		buf_addc(&name, '/');
	buf_add(&name, base, strlen(base) + 1);
	*f = (struct folder){.name = name.p, .fd = -1};
	return f;
}

static struct piece **
add_piece(struct piece **last, struct folder *in, const struct name *file, size_t n)
{
	struct piece *p = emalloc(sizeof(*p));

	*p = (struct piece){.in = in, .n = n, .file = file, .state = TO_DO};
	in->pieces++;
	*last = p;
	return &p->next;
}

/* Reading a folder */

struct list {
	struct name *name;
	size_t n, cap;
};

static void
add_name(struct list *l, const char *base, int link)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 64;
		l->name = erealloc(l->name, l->cap * sizeof(*l->name));
	}
	l->name[l->n++] = (struct name){base, (char)link, 0};
}

static int
by_base(const void *a, const void *b)
{
	return strcmp(((const struct name *)a)->base, ((const struct name *)b)->base);
}

static void
sort(struct list *l)
{
	if (l->n)
		qsort(l->name, l->n, sizeof(*l->name), by_base);
}

static char
type_of(const struct folder *f, const struct dirent *e)
{
	struct stat st;

	if (e->d_type == DT_UNKNOWN && fstatat(f->fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return S_ISDIR(st.st_mode) ? 'd' : S_ISLNK(st.st_mode) ? 'l' : 'f';
	return e->d_type == DT_DIR ? 'd' : e->d_type == DT_LNK ? 'l' : 'f';
}

/* All names, each behind a letter for its type. */
static void
read_names(struct folder *f)
{
	struct dirent *e;

	for (errno = 0; (e = readdir(f->d)); errno = 0) {
		const char *base = e->d_name;

		if (*base == '.' && (!ahead.s->hidden || strcmp(base, ".") == 0 || strcmp(base, "..") == 0))
			continue;
		buf_addc(&f->text, type_of(f, e));
		buf_add(&f->text, base, strlen(base) + 1);
	}
	f->torn = errno;
}

/* Files whose output would have the name of a directory beside them. */
static void
find_rivals(const struct list *dirs, struct list *files)
{
	size_t i, k, suffix = strlen(ahead.s->suffix);

	for (i = 0; i < dirs->n; i++) {
		const char *dir = dirs->name[i].base;
		size_t n = strlen(dir);

		if (n <= suffix || strcmp(dir + n - suffix, ahead.s->suffix) != 0)
			continue;
		for (k = 0; k < files->n; k++)
			files->name[k].noplace |= strlen(files->name[k].base) == n - suffix &&
			                          memcmp(files->name[k].base, dir, n - suffix) == 0;
	}
}

/* The pieces that F is made of, with their end at *LAST. */
static struct piece *
cut(struct folder *f, struct piece ***last)
{
	struct list files = {0}, dirs = {0};
	struct piece *first = NULL;
	size_t i;

	for (i = 0; i < f->text.n; i += strlen(f->text.p + i) + 1)
		add_name(f->text.p[i] == 'd' ? &dirs : &files, f->text.p + i + 1, f->text.p[i] == 'l');
	sort(&files);
	sort(&dirs);
	find_rivals(&dirs, &files);
	f->file = files.name;
	*last = &first;
	for (i = 0; i < files.n; i += PIECE)
		*last = add_piece(*last, f, f->file + i, files.n - i < PIECE ? files.n - i : PIECE);
	for (i = 0; i < dirs.n; i++)
		*last = add_piece(*last, new_folder(f->name, dirs.name[i].base), NULL, 0);
	free(dirs.name);
	return first;
}

/* An operand may be a link; below it, a directory that has become one is not entered. */
static struct piece *
read_folder(struct folder *f, struct piece ***last)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (f->operand ? 0 : O_NOFOLLOW);
	struct stat st;

	if (f->error)
		return NULL;
	f->fd = openat(ahead.s->in, *f->name ? f->name : ".", flags);
	if (f->fd < 0 || fstat(f->fd, &st) < 0 || !(f->d = fdopendir(f->fd))) {
		f->error = errno;
		if (f->fd >= 0)
			close(f->fd);
		return NULL;
	}
	f->ours = st.st_dev == ahead.o->st.st_dev && st.st_ino == ahead.o->st.st_ino;
	if (f->ours)
		return NULL;
	read_names(f);
	return cut(f, last);
}

static void
look_at(struct piece *p)
{
	size_t i;

	p->look = emalloc(p->n * sizeof(*p->look));
	for (i = 0; i < p->n; i++)
		p->look[i].error = fstatat(p->in->fd, p->file[i].base, &p->look[i].st, 0) < 0 ? errno : 0;
}

/* Threads */

/* With the lock, but for the time it takes. */
static void
do_piece(struct piece *p)
{
	struct piece *new = NULL, **last = NULL;

	p->state = DOING;
	pthread_mutex_unlock(&ahead.lock);
	if (p->n)
		look_at(p);
	else
		new = read_folder(p->in, &last);
	pthread_mutex_lock(&ahead.lock);
	if (new) {
		*last = p->next;
		p->next = new;
	}
	p->state = DONE;
	pthread_cond_broadcast(&ahead.changed);
}

static struct piece *
to_do(void)
{
	struct piece *p = ahead.first;
	int i;

	for (i = 0; p && i < AHEAD; i++, p = p->next)
		if (p->state == TO_DO)
			return p;
	return NULL;
}

static void *
look_ahead(void *unused)
{
	struct piece *p;

	pthread_mutex_lock(&ahead.lock);
	while (!ahead.all)
		if ((p = to_do()))
			do_piece(p);
		else
			pthread_cond_wait(&ahead.changed, &ahead.lock);
	pthread_mutex_unlock(&ahead.lock);
	return unused;
}

static void
add_operand(const char *name)
{
	static const char nothing[] = "";
	struct folder *f;
	struct name *file;
	struct stat st;

	if (*name && fstatat(ahead.s->in, name, &st, 0) == 0 && !S_ISDIR(st.st_mode)) {
		f = new_folder(nothing, nothing);
		f->fd = ahead.s->in;
		f->file = file = emalloc(sizeof(*file));
		*file = (struct name){name, 0, 0};
		ahead.last = add_piece(ahead.last, f, file, 1);
		return;
	}
	f = new_folder(nothing, name);
	f->operand = 1;
	ahead.last = add_piece(ahead.last, f, NULL, 0);
}

void
ahead_begin(const struct sources *s, const struct outdir *o)
{
	long most = sysconf(_SC_NPROCESSORS_ONLN) - 1;
	size_t i;

	ahead.s = s;
	ahead.o = o;
	for (i = 0; i < s->n; i++)
		add_operand(s->name[i]);
	while (ahead.threads < most && ahead.threads < THREADS &&
	       pthread_create(&ahead.thread[ahead.threads], NULL, look_ahead, NULL) == 0)
		ahead.threads++;
}

struct piece *
ahead_next(void)
{
	struct piece *p;

	pthread_mutex_lock(&ahead.lock);
	while (ahead.first && ahead.first->state != DONE)
		if ((p = to_do()))
			do_piece(p);
		else
			pthread_cond_wait(&ahead.changed, &ahead.lock);
	p = ahead.first;
	if (p)
		ahead.first = p->next;
	ahead.all = p == NULL;
	pthread_cond_broadcast(&ahead.changed);
	pthread_mutex_unlock(&ahead.lock);
	while (!p && ahead.threads)
		pthread_join(ahead.thread[--ahead.threads], NULL);
	return p;
}

void
ahead_free(struct piece *p)
{
	struct folder *f = p->in;

	free(p->look);
	free(p);
	if (--f->pieces)
		return;
	if (f->d)
		closedir(f->d);
	buf_free(&f->text);
	free(f->file);
	free(f->name);
	free(f);
}
