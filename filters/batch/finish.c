/* finish.c - the file of -1, the list of bad documents, the manifest; see batch.h */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/listing.h"
#include "batch/stamp.h"

int
is_document(const struct entry *e)
{
	return e->state == STATE_OK || e->state == STATE_BAD || e->state == STATE_GONE;
}

/* The file of -1 */

static const char *
all_name(enum form f)
{
	return f == FORM_PART_TREE ? "/all.json" : "/all.jsonl"; /* no document begins with a slash */
}

void
drop_other_all(void)
{
	enum form f;

	for (f = FORM_PART_TREE; f <= FORM_PART_LINES; f++) {
		struct entry *e = manifest_find(&run.known, all_name(f));

		if (!e || f == run.form)
			continue;
		if (unlinkat(run.out.fd, e->name + 1, 0) < 0 && errno != ENOENT)
			give_up("%s%s: cannot be removed:", run.out.path, e->name);
		e->state = STATE_DROPPED;
		run.known.changed = 1;
	}
}

static int
append(int to, const struct entry *e)
{
	static char block[256 * 1024];
	const char *base;
	int dir = outdir_place(&run.out, e->form, e->name, 0, &base), fd;
	ssize_t n = 0;

	if (dir < 0 || (fd = openat(dir, base, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) < 0)
		return errno == ENOENT ? 0 : -1;
	while ((n = read(fd, block, sizeof(block))) > 0 && write_all(to, block, (size_t)n) == 0)
		;
	close(fd);
	return n == 0 ? 0 : -1;
}

static void
make_all(void)
{
	const char *name = all_name(run.form);
	int fd = openat(run.out.tmp, "all", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), failed = fd < 0;
	struct entry all = {.name = copy(name), .state = STATE_ALL, .form = run.form};
	struct stat st;
	size_t i;

	for (i = 0; i < run.known.n && !failed; i++) {
		const struct entry *e = run.known.e[i];

		if (is_document(e) && e->form && strcmp(form_suffix(e->form), form_suffix(run.form)) == 0)
			failed = append(fd, e) < 0;
	}
	if (failed || fsync(fd) < 0 || fstat(fd, &st) < 0 || close(fd) < 0 ||
	    renameat(run.out.tmp, "all", run.out.fd, name + 1) < 0)
		give_up("%s%s: cannot be made:", run.out.path, name);
	all.size = (uint64_t)st.st_size;
	manifest_put(&run.known, &all);
}

/* Each run that changes something makes it before it writes the manifest: so one that was killed in between makes it again. */
static void
bring_up_all(void)
{
	const struct entry *e;
	struct stat st;

	if (run.form != FORM_PART_TREE && run.form != FORM_PART_LINES)
		return;
	e = manifest_find(&run.known, all_name(run.form));
	if (run.known.changed || !e || fstatat(run.out.fd, e->name + 1, &st, AT_SYMLINK_NOFOLLOW) < 0 ||
	    (uint64_t)st.st_size != e->size)
		make_all();
}

/* Directories of output, as they are now: plan.c compares. */

static void
note_directory(const char *name, size_t n)
{
	struct entry e = {.state = STATE_DIR, .form = run.form};
	struct stat st;
	int fd;

	e.name = emalloc(n + 2);
	memcpy(e.name, name, n);
	e.name[n] = '\0';
	fd = outdir_below(&run.out, run.form, e.name);
	e.name[n] = '/';
	e.name[n + 1] = '\0';
	if (fd < 0 || fstat(fd, &st) < 0)
		return;
	stamp_sleep(stamp_wait(&st));
	e.stamp = stamp_of(&st);
	manifest_put(&run.known, &e);
}

static void
note_directories(void)
{
	size_t i, n = run.known.n, last = 0;
	const char *dir = NULL;

	for (i = 0; i < n; i++)
		if (run.known.e[i]->state == STATE_DIR)
			run.known.e[i]->state = STATE_DROPPED;
	for (i = 0; i < n; i++) {
		const struct entry *e = run.known.e[i];
		const char *slash = strrchr(e->name, '/');
		size_t length = slash ? (size_t)(slash - e->name) : 0;

		if (!is_document(e) || e->form != run.form || (dir && length == last && memcmp(dir, e->name, last) == 0))
			continue;
		dir = e->name;
		last = length;
		note_directory(dir, last);
	}
}

static void
write_lists(void)
{
	struct buf bad = {0}, lines = {0};
	size_t i;

	buf_addz(&lines, "# tanzaku-batch " TANZAKU_VERSION ": see tanzaku-batch(1)\n");
	for (i = 0; i < run.known.n; i++) {
		const struct entry *e = run.known.e[i];

		if (e->state == STATE_DROPPED)
			continue;
		manifest_line(&lines, e, NULL);
		if (e->state == STATE_BAD)
			bad_line(&bad, e);
	}
	if (outdir_replace(&run.out, "bad.jsonl", slice_of(&bad)) < 0)
		give_up("%s/" STATE_DIRECTORY "/bad.jsonl:", run.out.path);
	if (outdir_replace(&run.out, "manifest", slice_of(&lines)) < 0)
		give_up("%s/" STATE_DIRECTORY "/manifest:", run.out.path);
	if (unlinkat(run.out.state, "journal", 0) < 0 && errno != ENOENT)
		give_up("%s/" STATE_DIRECTORY "/journal:", run.out.path);
	buf_free(&bad);
	buf_free(&lines);
}

void
finish(void)
{
	find_gone();
	if (listing_save(&run.out) < 0)
		give_up("%s/" STATE_DIRECTORY "/folders:", run.out.path);
	if (run.known.changed)
		manifest_sort(&run.known);
	bring_up_all();
	if (!run.known.changed)
		return;
	if (outdir_sync(&run.out) < 0)
		give_up("%s: the disk does not take it:", run.out.path);
	note_directories();
	manifest_sort(&run.known);
	write_lists();
}
