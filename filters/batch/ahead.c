/* ahead.c - pieces of the sources, and the threads that look at them; see ahead.h */
#include "batch/ahead.h"

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

static struct piece **
add_piece(struct piece **last, struct folder *in, const struct name *file, size_t n)
{
	struct piece *p = emalloc(sizeof(*p));

	*p = (struct piece){.in = in, .n = n, .file = file, .state = TO_DO};
	in->pieces++;
	*last = p;
	return &p->next;
}

/* The pieces that F is made of. */
static struct piece **
cut(struct piece **last, struct folder *f)
{
	size_t i;

	for (i = 0; i < f->file.n; i += PIECE)
		last = add_piece(last, f, f->file.name + i, f->file.n - i < PIECE ? f->file.n - i : PIECE);
	for (i = 0; i < f->dir.n; i++)
		last = add_piece(last, folder_new(f->name, f->dir.name[i].base), NULL, 0);
	return last;
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
	struct piece *new = NULL, **last = &new;

	p->state = DOING;
	pthread_mutex_unlock(&ahead.lock);
	if (p->n)
		look_at(p);
	else {
		folder_read(p->in, ahead.s, ahead.o);
		last = cut(last, p->in);
	}
	pthread_mutex_lock(&ahead.lock);
	*last = p->next;
	p->next = new;
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
	struct stat st;

	if (*name && fstatat(ahead.s->in, name, &st, 0) == 0 && !S_ISDIR(st.st_mode)) {
		f = folder_new(nothing, nothing);
		f->fd = fcntl(ahead.s->in, F_DUPFD_CLOEXEC, 0);
		f->file = (struct names){emalloc(sizeof(struct name)), 1, 1};
		f->file.name[0] = (struct name){name, 0, 0};
		ahead.last = add_piece(ahead.last, f, f->file.name, 1);
		return;
	}
	f = folder_new(nothing, name);
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
	ahead.last = &ahead.first;
	ahead.all = 0;
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
	if (--f->pieces == 0)
		folder_free(f);
}
