/* gone.c - documents that are no longer there: which, and what becomes of their output; see batch.h */
#include <errno.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/dry.h"

int
remove_output(const struct entry *e)
{
	const char *base;
	int dir;

	if (!e->form)
		return 0;
	dir = outdir_place(&run.out, e->form, e->name, 0, &base);
	if (dir < 0)
		return 0;
	return unlinkat(dir, base, 0) < 0 && errno != ENOENT ? -1 : 0;
}

static void
prune(struct entry *e)
{
	if (run.dry) {
		dry_say("prune", e->name);
		run.pruned++;
		return;
	}
	if (remove_output(e) < 0)
		give_up("%s: %s: its output cannot be removed:", run.out.path, e->name);
	e->state = STATE_DROPPED;
	run.known.changed = 1;
	run.pruned++;
	log_doc("pruned", e->name);
}

/* Why one was bad is kept, if it has no output, for as long as all of its source is away: nobody need be told again when
 * that is back. */
static void
gone(struct entry *e, int source_emptied)
{
	enum state to = e->form || source_emptied ? STATE_GONE : STATE_DROPPED;

	run.gone++;
	if (e->state == to || run.dry)
		return;
	if (e->state != STATE_GONE)
		log_doc("gone", e->name);
	run.known.changed = 1;
	if (e->state == STATE_BAD) /* should it come back, what it had is no longer known */
		e->content = (struct hash){0, 0};
	e->state = to;
}

static int
is_missing(const struct entry *e)
{
	return !e->seen && is_document(e) && !run.incomplete && sources_hold(&run.sources, e->name);
}

/* An empty folder is what a share looks like that is not mounted, and one that has lost more than half of what it had
 * is no night like the others: somebody has to say that this is so. */
static int
is_emptied(size_t missing, size_t known)
{
	enum { FEW = 10 };

	return missing && (missing == known || (missing > FEW && missing > known / 2));
}

/* The documents of a source: what is known of them, and what of that is not there, of all, and of those that were there
 * at the last run. */
struct census {
	size_t known, missing, were, lost;
};

static void
count_source(const char *name, struct census *c)
{
	size_t i, n = strlen(name);

	*c = (struct census){0};
	for (i = 0; i < run.known.n; i++) {
		const struct entry *e = run.known.e[i];

		if (!is_document(e) || (n && (strncmp(e->name, name, n) != 0 || e->name[n] != '/')))
			continue;
		c->known++;
		c->missing += (size_t)is_missing(e);
		c->were += e->state != STATE_GONE;
		c->lost += e->state != STATE_GONE && is_missing(e);
	}
}

static void
say_emptied(const char *name, size_t gone, size_t of)
{
	say_line("%s: %zu of %zu documents of %s are gone%s%s; %s", run.out.path, gone, of, *name ? name : "the source",
		run.excluded ? " or excluded" : "", gone == of && !run.excluded ? " (is it mounted?)" : "",
		run.prune ? "nothing is pruned: --prune=all does it" : "their output is kept");
}

static int
is_source_whole(const char *name, int *emptied)
{
	struct census c;
	int new;

	count_source(name, &c);
	*emptied |= is_emptied(c.missing, c.known);
	new = is_emptied(c.lost, c.were);
	if (!new && !(run.prune && is_emptied(c.missing, c.known)))
		return 1;
	run.emptied = new || run.emptied == 2 ? 2 : 1;
	if (new || !run.quiet)
		say_emptied(name, new ? c.lost : c.missing, new ? c.were : c.known);
	return 0;
}

/* Looked at without --prune as well: nothing is lost then, but nothing is brought up to date, either. */
static int
are_sources_whole(int *emptied)
{
	size_t i;
	int whole = 1;

	for (i = 0; run.prune != 2 && i < run.sources.n; i++)
		whole &= is_source_whole(run.sources.name[i], emptied);
	return whole;
}

void
find_gone(void)
{
	size_t i;
	int emptied = 0, may = are_sources_whole(&emptied) && run.prune;

	for (i = 0; i < run.known.n; i++) {
		struct entry *e = run.known.e[i];

		if (!is_missing(e))
			continue;
		if (may)
			prune(e);
		else
			gone(e, emptied);
	}
}
