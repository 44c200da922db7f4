/* outcome.c - what becomes of a document that a pipeline has given back: output, bad, or once more; see batch.h */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/stamp.h"

static int
has_output(const struct entry *e)
{
	const char *base;
	int dir = e->form ? outdir_place(&run.out, e->form, e->name, 0, &base) : -1;
	struct stat st;

	return dir >= 0 && fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode);
}

/* Bad, with the output that there is from earlier. */
static void
add_bad(struct doc *d, struct hash content, const char *code, const char *message)
{
	const struct entry *old = manifest_find(&run.known, d->name);
	struct entry e = {.name = d->name, .state = STATE_BAD, .seen = 1, .stamp = d->stamp, .recipe = run.recipe};

	d->known = old && old->code && strcmp(old->code, code) == 0 && strcmp(old->message, message) == 0;
	e.content = content;
	e.code = copy(code);
	e.message = copy(message);
	if (old && has_output(old)) {
		e.form = old->form;
		e.size = old->size;
		e.output = old->output;
	}
	store_add(d, &e, 0, 0);
}

void
store_bad(struct doc *d, const char *code, const char *message)
{
	add_bad(d, (struct hash){0, 0}, code, message);
}

/* Errors that are a document's own, not the disk's. */
static int
no_place(int error)
{
	return error == ENAMETOOLONG || error == EISDIR || error == ENOTDIR || error == EEXIST || error == ELOOP ||
	       error == ENOTEMPTY;
}

/* The place of the output, tried before the journal promises it. */
static int
place_free(const struct doc *d)
{
	int is = outdir_free(&run.out, run.form, d->name);

	if (is < 0 && !no_place(errno))
		give_up("%s: %s: no directory for it:", run.out.path, d->name);
	return is > 0;
}

/* Was it D, as it stood when it was planned, that the filters have read? Its hash, if so. */
static int
read_as_planned(const struct doc *d, struct hash *h)
{
	int fd = openat(run.sources.in, d->name, O_RDONLY | O_CLOEXEC | O_NONBLOCK), same;
	struct stat st;

	if (fd < 0)
		return 0;
	same = d->unrest == 0 && hash_fd(fd, d->size, h) == 0 && fstat(fd, &st) == 0 && stamp_of(&st) == d->stamp;
	close(fd);
	return same;
}

/* Changed or vanished while it was read: again, but not for ever. */
static void
once_more(struct doc *d)
{
	if (++d->changes >= 3)
		store_bad(d, "changing", "it changed each time it was read; tried again by the next run");
	else
		queue_add(&run.todo, d);
}

/* The document may be good: it is tried again by the next run. */
static int
is_failed_read(const char *code)
{
	return strcmp(code, "cannot-read") == 0 || strcmp(code, "read-failed") == 0 || strcmp(code, "no-reader") == 0;
}

/* What is said of it beside how many there are. */
static char *
first_warning(const struct result *r)
{
	struct buf b = {0};

	if (!*r->message)
		return NULL;
	if (r->line) {
		buf_addz(&b, "line ");
		buf_addu(&b, r->line);
		buf_addz(&b, ": ");
	}
	if (*r->code) { /* a message may be no more than the text that it is about */
		buf_addz(&b, r->code);
		buf_addz(&b, ": ");
	}
	buf_add(&b, r->message, strlen(r->message) + 1);
	return b.p;
}

void
store(struct doc *d, const struct result *r)
{
	struct entry e = {.name = d->name, .state = STATE_OK, .form = run.form, .seen = 1, .stamp = d->stamp};

	if (r->failed && is_failed_read(r->code) && faccessat(run.sources.in, d->name, F_OK, 0) == 0) {
		temp_remove(r->temp);
		store_bad(d, r->code, r->message);
		return;
	}
	if (!read_as_planned(d, &e.content)) {
		temp_remove(r->temp);
		once_more(d);
		return;
	}
	if (r->failed || !place_free(d)) {
		temp_remove(r->temp);
		if (r->failed)
			add_bad(d, e.content, r->code, r->message);
		else
			add_bad(d, e.content, "no-place", "its output has no place: a name is too long, or there is a file or directory of that name");
		return;
	}
	e.recipe = run.recipe;
	e.size = r->size;
	e.output = r->output;
	d->rows = r->rows;
	d->warning = first_warning(r);
	store_add(d, &e, r->temp, r->warnings);
}
