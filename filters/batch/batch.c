/* tanzaku-batch - convert what has changed under some folders, night after night; see tanzaku-batch(1) */
#define _XOPEN_SOURCE 700 /* realpath(3) */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/ahead.h"
#include "batch/batch.h"
#include "batch/dry.h"
#include "batch/guard.h"
#include "batch/listing.h"
#include "batch/news.h"
#include "batch/options.h"
#include "batch/watch.h"
#include "stream/msg.h"
#include "stream/userrules.h"
#include "words/own.h"

struct run run;
volatile int interrupted;

static char *tanzaku; /* the command */

static void
take_options(void)
{
	run.force = told.force;
	run.prune = told.prune;
	run.quiet = told.quiet;
	run.dry = told.dry;
	run.jobs = told.jobs;
	run.stays = told.watch;
	run.settle = told.settle;
	run.hosts = told.hosts;
	run.sources.hidden = told.hidden;
	run.sources.include = told.include;
	run.sources.exclude = told.exclude;
}

/* The programs stand beside this one; where it was found through the command path, so are they. */
static char *
beside(const char *self)
{
	char *real = strchr(self, '/') ? realpath(self, NULL) : NULL, *slash = real ? strrchr(real, '/') : NULL;
	struct buf b = {0};

	if (slash)
		buf_add(&b, real, (size_t)(slash + 1 - real));
	free(real);
	buf_add(&b, "tanzaku", sizeof("tanzaku"));
	return b.p;
}

/* Where parallel(1) keeps its list of jobs. */
static const char *
job_log(void)
{
	struct buf b = {0};

	buf_addz(&b, run.out.real);
	buf_add(&b, "/" STATE_DIRECTORY "/joblog", sizeof("/" STATE_DIRECTORY "/joblog"));
	return b.p;
}

/* OPTION of the worker with its VALUE, if there is one. */
static void
pass_on(const char **w, size_t *n, const char *option, const char *value)
{
	if (!value)
		return;
	w[(*n)++] = option;
	w[(*n)++] = value;
}

/* A pipeline that reads names, and says behind each document how it went: tanzaku convert, or its parts here and
 * elsewhere. */
static void
make_worker(void)
{
	static const char remote[] =
		"tanzaku=$1 hosts=$2 from=$3; shift 3\n"
		"\"$tanzaku\" decode -H -0 - ${from:+-f \"$from\"} | \"$tanzaku\" remote -T \"$@\" \"$hosts\"";
	const struct user_rules *rules;
	size_t given = user_rules(&rules), most = 19 + 2 * (FILTERS_OUT + given);
	const char **w = emalloc(most * sizeof(*w)), *from = told.from ? told.from : "";
	const char *there[] = {"/bin/sh", "-c", remote, "sh", tanzaku, run.hosts, from};
	const char *here[] = {tanzaku, "convert", "-T", "-0", "-"};
	size_t i, n = run.hosts ? sizeof(there) / sizeof(*there) : sizeof(here) / sizeof(*here);

	memcpy(w, run.hosts ? there : here, n * sizeof(*w));
	if (told.lines)
		w[n++] = told.lengthwise ? "--long" : "-l";
	if (told.pretty)
		w[n++] = "--pretty";
	if (told.csv)
		w[n++] = told.csv;
	if (told.send)
		w[n++] = "-X";
	pass_on(w, &n, "-b", told.base);
	pass_on(w, &n, "-d", told.separator);
	for (i = 0; i < told.outs; i++)
		pass_on(w, &n, "-x", told.out[i]);
	for (i = 0; i < given; i++)
		pass_on(w, &n, "-r", rules[i].path);
	pass_on(w, &n, "-f", run.hosts ? NULL : told.from);
	pass_on(w, &n, "-J", run.hosts ? job_log() : NULL);
	w[n] = NULL;
	run.worker = (char **)w;
}

/* Whatever makes another output out of the same content. */
static void
make_recipe(void)
{
	const struct own_rules *own;
	struct buf b = {0};
	size_t i, at = 0;

	buf_addz(&b, TANZAKU_VERSION);
	buf_addz(&b, told.lengthwise ? "\nL" : told.lines ? "\nl" : told.pretty ? "\np" : "\nt");
	buf_addz(&b, "\nb");
	buf_addz(&b, told.base ? told.base : "");
	buf_addz(&b, "\nf");
	buf_addz(&b, told.from ? told.from : "");
	if (told.csv)
		buf_addz(&b, told.csv);
	if (told.separator) {
		buf_addz(&b, "\nd");
		buf_addz(&b, told.separator);
	}
	for (i = 0; i < told.outs; i++) {
		buf_addz(&b, "\nx");
		buf_addz(&b, told.out[i]);
	}
	while ((own = own_rules_next(NULL, &at)) != NULL) { /* what they say, not where they are */
		buf_addz(&b, "\nr");
		buf_addz(&b, own->tables);
		buf_addc(&b, '\n');
		buf_adds(&b, own->text);
	}
	run.recipe = hash_name(b.p, b.n);
	buf_free(&b);
	if (told.csv)
		run.form = FORM_CSV;
	else if (told.one)
		run.form = told.lines ? FORM_PART_LINES : FORM_PART_TREE;
	else
		run.form = told.lines ? FORM_LINES : FORM_TREE;
}

static void
interrupt(int sig)
{
	interrupted = sig;
}

static void
know(const struct entry *e, const char *temp)
{
	(void)temp;
	manifest_put(&run.known, e);
}

static void
one_run(void)
{
	log_open(told.log);
	signal(SIGHUP, interrupt);
	signal(SIGINT, interrupt);
	signal(SIGTERM, interrupt);
	outdir_open(&run.out, told.outdir, told.wait);
	run.sources.suffix = form_suffix(run.form);
	sources_open(&run.sources, &run.out, told.source, told.sources);
	listing_load(&run.out);
	ahead_begin(&run.sources, &run.out);
	make_worker();
	log_begin();
	manifest_read(run.out.state, "manifest", know);
	run.known.changed = 0;
	store_recover();
	drop_other_all();
	plan(&run.sources);
	convert_all();
	finish();
	progress(1);
}

/* A run among many in which nothing has happened: nobody wants to read of it each time. */
static int
is_idle(unsigned long round)
{
	return round > 0 && run.status != 2 && !run.known.changed && !news_count() && run.emptied != 2;
}

static void
report(unsigned long round)
{
	if (is_idle(round))
		log_forget();
	else
		log_end(run.status, NULL);
	/* What is bad as it was yesterday is in the list, not in the mail. */
	if (run.dry || run.status == 2 || news_count() || run.emptied == 2 || (!run.quiet && !is_idle(round)))
		summary();
}

int
main(int argc, char **argv)
{
	unsigned long round = 0;

	tanzaku = beside(argc > 0 ? argv[0] : "");
	options(argc, argv);
	take_options();
	options_check(tanzaku);
	guard(told.source, told.sources, told.outdir);
	if (told.watch)
		round = watch();
	make_recipe(); /* the rules of -r may be others by now */
	if (run.dry)
		dry_run(told.source, told.sources, told.outdir);
	else
		one_run();
	if (!run.status)
		run.status = run.bad || run.warned || run.emptied ? 1 : 0;
	report(round);
	if (ferror(stderr))
		run.status = 2;
	/* what is known of the documents lives as long as we do */
	_Exit(told.watch && run.waiting ? WATCH_AGAIN : run.status);
}
