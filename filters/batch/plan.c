/* plan.c - what has changed since the last run; see batch.h */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/dry.h"
#include "batch/news.h"
#include "stream/msg.h"
#include "batch/stamp.h"

static struct {
	int whole;           /* the directory of outputs is as we left it: none is missing */
	struct buf key;      /* of that one, in the manifest */
	struct queue unrest; /* changed a moment ago: they come last */
} at;

/* The content decides, if the file holds still meanwhile. Returns 1 if it is that of E, whose stamp is then brought up. */
static int
same_content(struct entry *e, const char *name)
{
	int fd = openat(run.sources.in, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK), same = 0;
	struct stat before, after;
	struct hash h;

	if (fd < 0)
		return 0;
	if (!hash_none(e->content) && fstat(fd, &before) == 0 &&
	    hash_fd(fd, (uint64_t)before.st_size, &h) == 0 && fstat(fd, &after) == 0) {
		same = hash_eq(h, e->content);
		if (same && stamp_of(&before) == stamp_of(&after) && stamp_wait(&after) == 0) {
			e->stamp = stamp_of(&after);
			run.known.changed = 1;
		}
	}
	close(fd);
	return same;
}

static int
output_there(const struct entry *e, const char *name)
{
	const char *base;
	struct stat st;
	int dir;

	if (e->form != run.form)
		return 0;
	if (at.whole)
		return 1;
	dir = outdir_place(&run.out, e->form, name, 0, &base);
	return dir >= 0 && fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
	       (uint64_t)st.st_size == e->size;
}

static int
unchanged(struct entry *e, const char *name, const struct stat *st)
{
	if (run.force || e->recipe != run.recipe)
		return 0;
	if (e->state != STATE_BAD && !output_there(e, name))
		return 0;
	return (e->stamp == stamp_of(st) && !hash_none(e->content)) || same_content(e, name);
}

char *
copy(const char *z)
{
	size_t n = strlen(z) + 1;

	return memcpy(emalloc(n), z, n);
}

/* A share that is away, a link that leads nowhere: no document is gone for that. It is bad, and keeps all that is known of
 * it, for when it can be looked at again. */
static const char cannot_look[] = "cannot-look";

static void
unseen(const char *name, int error)
{
	struct entry *e = manifest_find(&run.known, name);
	struct entry new = {.state = STATE_BAD};
	struct buf message = {0};

	if (!e) {
		new.name = copy(name);
		e = manifest_put(&run.known, &new);
	} else if (e->state == STATE_BAD) { /* and nobody need be told again */
		e->seen = 1;
		run.documents++;
		run.bad++;
		return;
	}
	e->state = STATE_BAD;
	buf_addz(&message, "cannot be looked at: ");
	buf_add(&message, strerror(error), strlen(strerror(error)) + 1);
	e->code = copy(cannot_look);
	e->message = message.p;
	e->seen = 1;
	run.known.changed = 1;
	run.documents++;
	run.bad++;
	log_bad(e);
	news_add(NEWS_BAD, name, e->message);
}

static void
seen_again(struct entry *e)
{
	if (e->state != STATE_BAD || strcmp(e->code, cannot_look) != 0 || !e->form)
		return;
	e->state = STATE_OK;
	e->code = e->message = NULL;
	run.known.changed = 1;
}

static void
is_unchanged(struct entry *e)
{
	if (e->state == STATE_GONE) { /* it has come back */
		e->state = STATE_OK;
		e->code = e->message = NULL;
		run.known.changed = 1;
	}
	if (e->state == STATE_BAD)
		run.bad++;
	else
		run.unchanged++;
}

/* Has it been written, or put there, so lately that there may be more to come? -1: no; else so many seconds ago. A time
 * further in the future than that is of another clock, by which nothing can be judged. */
static long
how_fresh(const struct stat *st)
{
	time_t now = time(NULL), last = st->st_mtime > st->st_ctime && st->st_mtime <= now ? st->st_mtime : st->st_ctime;

	if (now - last >= run.settle || last - now >= run.settle)
		return -1;
	return last < now ? (long)(now - last) : 0;
}

/* What it is tells the next run. */
static void
wait_for_rest(const char *name, long fresh)
{
	char why[96];

	run.waiting++;
	snprintf(why, sizeof(why), "changed %ld second%s ago; left for the next run", fresh, fresh == 1 ? "" : "s");
	log_waits(name, fresh);
	news_add(NEWS_WAITS, name, why);
}

static void
document(const char *name, const struct stat *st, int noplace)
{
	struct entry *e = manifest_find(&run.known, name);
	struct doc *d;
	long fresh = e && e->stamp == stamp_of(st) ? -1 : how_fresh(st);

	run.documents++;
	if (e) {
		e->seen = 1;
		seen_again(e);
	}
	if (fresh >= 0) {
		wait_for_rest(name, fresh);
		return;
	}
	if (e && !noplace && unchanged(e, name, st)) {
		is_unchanged(e);
		return;
	}
	if (run.dry) {
		dry_say(noplace ? "no-place" : "convert", name);
		run.converted += !noplace;
		run.bad += (size_t)noplace;
		return;
	}
	d = emalloc(sizeof(*d));
	*d = (struct doc){.name = copy(name), .stamp = stamp_of(st), .size = (uint64_t)st->st_size};
	d->unrest = stamp_wait(st);
	if (noplace)
		store_bad(d, "no-place", "its output would have the name of a directory beside it");
	else
		queue_add(d->unrest ? &at.unrest : &run.todo, d);
}

/* Is the directory of outputs that belongs to NAME the way the last run left it? Then nobody has removed one. */
static void
directory(const char *name, size_t excluded)
{
	const struct entry *e;
	struct stat st;
	int fd;

	run.excluded += excluded;
	buf_clear(&at.key);
	buf_addz(&at.key, name);
	buf_add(&at.key, "/", 2);
	e = manifest_find(&run.known, at.key.p);
	fd = e ? outdir_below(&run.out, run.form, name) : -1;
	at.whole = fd >= 0 && fstat(fd, &st) == 0 && e->stamp == stamp_of(&st) && e->form == run.form;
	if (e && !at.whole)
		run.known.changed = 1; /* to be looked at closely once, not each time */
}

static void
failed(const char *name, int error)
{
	say_line("%s: cannot be read: %s; the output of what is in it is kept", *name ? name : ".", strerror(error));
	log_left_out(name, strerror(error));
	run.incomplete = 1;
	run.status = 2;
}

void
plan(const struct sources *s)
{
	static const struct found found = {document, directory, log_left_out, unseen, failed};
	struct doc *d;

	sources_walk(s, &run.out, &found);
	while ((d = queue_take(&at.unrest)))
		queue_add(&run.todo, d);
}

int
plan_again(struct doc *d)
{
	struct stat st;

	stamp_sleep(d->unrest);
	if (fstatat(run.sources.in, d->name, &st, 0) < 0)
		return -1;
	d->stamp = stamp_of(&st);
	d->size = (uint64_t)st.st_size;
	d->unrest = stamp_wait(&st);
	return 0;
}
