/*
 * store.c - outputs into OUTDIR, by groups
 *
 * A group is made durable with one wait for the disk, while the next one comes together, in this order:
 *
 *	1. outputs stand, complete, in .tanzaku/tmp
 *	2. a line for each in the journal, with the hash of the output and the name in tmp
 *	3. syncfs(2)
 *	4. each is renamed to its own name
 *
 * From 3 on it is done, whatever happens: the next run finds the lines, and does the renames that are left
 * (store_recover). Before 3, a line may be on the disk without its output, or torn: the hashes tell. After
 * the last group the journal goes into the manifest (finish.c).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/news.h"
#include "batch/sync.h"

/* When a group is closed; and when it is though the disk has not yet taken the one before. */
enum { GROUP = 1024, GROUP_BYTES = 64 << 20, GROUP_SECONDS = 2, MOST = 4 * GROUP, MOST_BYTES = 4 * GROUP_BYTES };

/* One that waits for its group's turn. E is what the manifest will say. */
struct made {
	struct doc *d;
	struct entry e;
	unsigned long temp, warnings;
};

struct group {
	struct made made[MOST];
	size_t n;
	uint64_t bytes;
	time_t since;
};

static struct {
	struct group groups[2];
	int turn;    /* which of them is open, before step 2; the other one is behind it */
	int placing; /* the outputs of the closed one, step 4: they must stay */
	struct {
		struct buf lines;
		int fd; /* 0: not yet open */
	} journal;
	unsigned long temps;
	char temp_name[24];
} now;

static struct group *
open_group(void)
{
	return &now.groups[now.turn];
}

static struct group *
closed_group(void)
{
	return &now.groups[!now.turn];
}

static const char *
temp_name(unsigned long number)
{
	snprintf(now.temp_name, sizeof(now.temp_name), "%lu", number);
	return now.temp_name;
}

int
temp_open(unsigned long *number)
{
	int fd;

	*number = ++now.temps;
	fd = openat(run.out.tmp, temp_name(*number), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		give_up("%s: cannot be written:", run.out.path);
	return fd;
}

void
temp_remove(unsigned long number)
{
	if (number)
		unlinkat(run.out.tmp, temp_name(number), 0);
}

/* The lines of the group, all or none. Returns -1 with errno. */
static int
write_journal(void)
{
	struct group *group = open_group();
	off_t before;
	size_t i;
	int error;

	if (!now.journal.fd)
		now.journal.fd = openat(run.out.state, "journal", O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (now.journal.fd < 0 || (before = lseek(now.journal.fd, 0, SEEK_END)) < 0)
		return -1;
	buf_clear(&now.journal.lines);
	buf_addc(&now.journal.lines, '\n'); /* the line before may be torn */
	for (i = 0; i < group->n; i++) {
		struct made *m = &group->made[i];

		manifest_line(&now.journal.lines, &m->e, m->temp ? temp_name(m->temp) : NULL);
	}
	if (write_all(now.journal.fd, now.journal.lines.p, now.journal.lines.n) == 0)
		return 0;
	error = errno;
	if (ftruncate(now.journal.fd, before) == 0)
		errno = error;
	return -1;
}

/* An output in an older form goes when there is a newer one. */
static void
take_over(const struct entry *e)
{
	const struct entry *old = manifest_find(&run.known, e->name);

	if (old && old->form && old->form != e->form)
		remove_output(old);
	manifest_put(&run.known, e);
}

static int
put_in_place(const struct entry *e, const char *temp)
{
	const char *base;
	int dir = outdir_place(&run.out, e->form, e->name, 1, &base);

	return dir < 0 ? -1 : renameat(run.out.tmp, temp, dir, base);
}

static void
tell_warnings(const struct made *m)
{
	struct buf b = {0};

	buf_addu(&b, m->warnings);
	buf_addz(&b, m->warnings == 1 ? " warning" : " warnings");
	if (m->d->warning) {
		buf_addz(&b, m->warnings == 1 ? ": " : ", the first: ");
		buf_addz(&b, m->d->warning);
	}
	if (m->d->rows == 0)
		buf_addz(&b, "; no row");
	buf_addc(&b, '\0');
	news_add(NEWS_WARNED, m->e.name, b.p);
	buf_free(&b);
}

static void
count(const struct made *m)
{
	if (m->e.state == STATE_BAD) {
		run.bad++;
		log_bad(&m->e);
		if (!m->d->known)
			news_add(NEWS_BAD, m->e.name, m->e.message);
		return;
	}
	run.converted++;
	run.warned += m->warnings > 0;
	run.rowless += m->d->rows == 0;
	if (m->warnings)
		tell_warnings(m);
	else if (m->d->rows == 0)
		news_add(NEWS_ROWLESS, m->e.name, "no row");
	log_converted(m->d, m->warnings);
}

/* The end of step 3, and step 4. */
static void
put_in_places(void)
{
	struct group *closed = closed_group();
	size_t i;

	if (!closed->n)
		return;
	now.placing = 1;
	if (sync_end() < 0)
		give_up("%s: the disk does not take it:", run.out.path);
	for (i = 0; i < closed->n; i++) {
		struct made *m = &closed->made[i];

		if (m->temp && put_in_place(&m->e, temp_name(m->temp)) < 0)
			give_up("%s: %s: cannot be put in place:", run.out.path, m->e.name);
		take_over(&m->e);
		count(m);
		free(m->d->warning);
		free(m->d);
	}
	closed->n = 0;
	closed->bytes = 0;
	now.placing = 0;
	log_flush();
}

/* The group's lines are in the journal: the next one begins. */
static void
close_group(void)
{
	now.turn = !now.turn;
	sync_begin(&run.out);
}

static int
is_due(void)
{
	const struct group *group = open_group();

	if (!group->n || (group->n < GROUP && group->bytes < GROUP_BYTES && time(NULL) < group->since + GROUP_SECONDS))
		return 0;
	return !closed_group()->n || group->n == MOST || group->bytes >= MOST_BYTES;
}

void
store_group(int at_once)
{
	if (at_once || !sync_goes_on())
		put_in_places();
	if (is_due() || (at_once && open_group()->n)) {
		put_in_places();
		if (write_journal() < 0)
			give_up("%s: the journal cannot be written:", run.out.path);
		close_group();
	}
	if (at_once)
		put_in_places();
}

void
store_rescue(void)
{
	struct group *group = open_group();

	if (now.placing) /* it is the next run that does it */
		return;
	put_in_places();
	while (group->n && write_journal() < 0)
		temp_remove(group->made[--group->n].temp);
	if (group->n) {
		close_group();
		put_in_places();
	}
	outdir_sweep(&run.out);
}

void
store_add(struct doc *d, const struct entry *e, unsigned long temp, unsigned long warnings)
{
	struct group *group = open_group();

	if (!group->n)
		group->since = time(NULL);
	group->made[group->n++] = (struct made){d, *e, temp, warnings};
	group->bytes += e->size;
	store_group(0);
}

/* What a killed run has left */

static int
is_output(int dir, const char *name, const struct entry *e)
{
	struct hash h;
	uint64_t size;

	return hash_file(dir, name, &h, &size) == 0 && size == e->size && hash_eq(h, e->output);
}

static void
recover(const struct entry *e, const char *temp)
{
	const char *base;
	int dir;

	if (temp) {
		if (is_output(run.out.tmp, temp, e)) {
			if (put_in_place(e, temp) < 0)
				give_up("%s: %s: cannot be put in place:", run.out.path, e->name);
		} else {
			dir = outdir_place(&run.out, e->form, e->name, 0, &base);
			if (dir < 0 || !is_output(dir, base, e))
				return;
		}
	}
	take_over(e);
	log_doc("recovered", e->name);
}

void
store_recover(void)
{
	manifest_read(run.out.state, "journal", recover);
	outdir_sweep(&run.out);
}
