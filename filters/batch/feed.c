/* feed.c - which documents go into a pipeline, and their names through its pipe; see pipes.h */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/pipes.h"

enum {
	ALONE = 2, /* a document that was in so many pipelines that ended goes through one alone */
	LOT = 16,  /* documents, or so many bytes of them, that a pipeline is told of at a time */
	LOT_BYTES = 128 * 1024
};

static void
add_name(struct pipeline *w, const char *name)
{
	buf_add(&w->names, name, strlen(name) + 1);
}

void
pipeline_end_names(struct pipeline *w)
{
	add_name(w, END_NAME);
	w->ended = 1;
}

static void
vanished(struct doc *d)
{
	struct entry *e = manifest_find(&run.known, d->name);

	if (e)
		e->seen = 0; /* gone, then */
	run.documents--;
	free(d->name);
	free(d);
}

/* One that is looked at anew before it goes in, perhaps after a pause. */
static int
is_odd(const struct doc *d)
{
	return d->unrest || d->changes || d->ends;
}

static void
next_name(struct pipeline *w)
{
	struct doc *d = run.todo.first;

	if (!d || (d->ends >= ALONE && w->fed.n)) {
		pipeline_end_names(w);
		return;
	}
	queue_take(&run.todo);
	if (is_odd(d) && plan_again(d) < 0) {
		vanished(d);
		return;
	}
	add_name(w, d->name);
	queue_add(&w->fed, d);
	if (d->ends >= ALONE)
		pipeline_end_names(w);
}

/* A write for each name would take as long as the names' pipeline to wake up. */
static void
next_names(struct pipeline *w)
{
	uint64_t before = w->fed.bytes;
	int i = 0;

	do
		next_name(w);
	while (!w->ended && ++i < LOT && w->fed.bytes < before + LOT_BYTES && run.todo.first && !is_odd(run.todo.first));
}

void
pipeline_stop_feeding(struct pipeline *w)
{
	close(w->in);
	w->in = -1;
}

void
pipeline_feed(struct pipeline *w)
{
	ssize_t n;

	while (!w->names.n && !w->ended)
		next_names(w);
	n = w->names.n ? write(w->in, w->names.p, w->names.n) : 0;
	if (n < 0 && errno != EAGAIN && errno != EINTR)
		pipeline_stop_feeding(w); /* it has died: the other end will tell */
	else if (n > 0) {
		memmove(w->names.p, w->names.p + n, w->names.n - (size_t)n);
		w->names.n -= (size_t)n;
	}
	if (w->in >= 0 && w->ended && !w->names.n)
		pipeline_stop_feeding(w);
}
