/* tanzaku-batch - convert what has changed under some folders, night after night; see tanzaku-batch(1) */
#define _GNU_SOURCE /* getopt_long(3) */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/ahead.h"
#include "batch/batch.h"
#include "batch/listing.h"
#include "batch/news.h"
#include "stream/msg.h"
#include "stream/opts.h"
#include "stream/userrules.h"
#include "words/own.h"
#include "batch/watch.h"

static const struct prog prog = {
	"tanzaku-batch",
	"[-alq1] [-b DATE] [-f ENCODING] [-j N] [-r PATH] [-x FILTER] [--force] [--log FILE] [--prune[=all]] [--wait]"
	" [--watch] [--sshlogin HOSTS [--send]] SOURCE ... OUTDIR",
	"Converts the documents under each SOURCE that have changed since the last run.\n"
	"  -1           all output in one file, OUTDIR/all.json or all.jsonl\n"
	"  -a           take names that begin with a dot as well\n"
	"  -b DATE      the documents' base date (YYYY-MM-DD)\n"
	"  -f ENCODING  the documents' encoding, instead of finding it\n"
	"  -j N         so many pipelines at a time (default: one a processor)\n"
	"  -l           one line of JSON a table row\n"
	"  -q           silent if all went well\n"
	"  -r PATH      rules of your own: a file that is called like its table, or a folder of such files\n"
	"  -x FILTER    leave this one out\n"
	"  --force      convert all of them\n"
	"  --log FILE   append what happened to each document, as JSON Lines\n"
	"  --prune      remove the output of documents that are gone; --prune=all also where all of a source, or\n"
	"               most of it, seems to be gone\n"
	"  --send       send the programs to the hosts\n"
	"  --sshlogin HOSTS  run the filters on other machines, through parallel(1)\n"
	"  --wait       wait while another run has OUTDIR\n"
	"  --watch      stay, and run again whenever something changes\n",
};

struct run run;
volatile int interrupted;

enum { FILTERS_OUT = 6 }; /* those that convert can do without */

static struct {
	const char *base, *from, *log;
	const char *out[FILTERS_OUT]; /* -x */
	size_t outs;
	int lines, one, send, wait, watch;
} told;

/* The programs stand beside this one; where it was found through the command path, so are they. */
static const char *
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

/* A pipeline that reads names, and says behind each document how it went: tanzaku convert, or its parts here and
 * elsewhere. */
static void
make_worker(const char *self)
{
	static const char remote[] =
		"tanzaku=$1 hosts=$2 from=$3; shift 3\n"
		"\"$tanzaku\" decode -H -0 - ${from:+-f \"$from\"} | \"$tanzaku\" remote -d \"$@\" \"$hosts\"";
		const struct user_rules *rules;
	size_t given = user_rules(&rules), most = 16 + 2 * (FILTERS_OUT + given);
	const char **w = emalloc(most * sizeof(*w)), *from = told.from ? told.from : "", *tanzaku = beside(self);
	const char *there[] = {"/bin/sh", "-c", remote, "sh", tanzaku, run.hosts, from};
	const char *here[] = {tanzaku, "convert", "-d", "-0", "-"};
	size_t i, n = run.hosts ? sizeof(there) / sizeof(*there) : sizeof(here) / sizeof(*here);

	memcpy(w, run.hosts ? there : here, n * sizeof(*w));
	if (told.lines)
		w[n++] = "-l";
	if (told.send)
		w[n++] = "-X";
	if (told.base) {
		w[n++] = "-b";
		w[n++] = told.base;
	}
	for (i = 0; i < told.outs; i++) {
		w[n++] = "-x";
		w[n++] = told.out[i];
	}
	for (i = 0; i < given; i++) {
		w[n++] = "-r";
		w[n++] = rules[i].path;
	}
	if (told.from && !run.hosts) {
		w[n++] = "-f";
		w[n++] = told.from;
	}
	if (run.hosts) {
		w[n++] = "-J";
		w[n++] = job_log();
	}
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
	buf_addz(&b, told.lines ? "\nl" : "\nt");
	buf_addz(&b, "\nb");
	buf_addz(&b, told.base ? told.base : "");
	buf_addz(&b, "\nf");
	buf_addz(&b, told.from ? told.from : "");
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
	if (told.one)
		run.form = told.lines ? FORM_PART_LINES : FORM_PART_TREE;
	else
		run.form = told.lines ? FORM_LINES : FORM_TREE;
}

/* convert would refuse it as well, but for each group of documents. */
static void
leave_out(const char *name)
{
	static const char *const optional[FILTERS_OUT] = {"legend", "outline", "table", "status", "date", "agency"};
	size_t i;

	for (i = 0; i < FILTERS_OUT && strcmp(optional[i], name) != 0; i++)
		;
	if (i == FILTERS_OUT || told.outs == FILTERS_OUT)
		usage(prog.synopsis);
	told.out[told.outs++] = name;
}

/* The pipelines work in another folder. */
static void
own_rules_of(const char *path)
{
	char *real = realpath(path, NULL);

	if (!real)
		die("%s:", path);
	user_rules_take(real, NULL);
}

static void
number_of_jobs(const char *arg)
{
	char *end;
	long n = strtol(arg, &end, 10);

	if (*end || n < 1 || n > 1024)
		die("-j %s: not a number from 1 to 1024", arg);
	run.jobs = (int)n;
}

static void
long_option(int c)
{
	switch (c) {
	case 'F':
		run.force = 1;
		break;
	case 'L':
		told.log = optarg;
		break;
	case 'P':
		if (optarg && strcmp(optarg, "all") != 0)
			die("--prune=%s: only --prune and --prune=all", optarg);
		run.prune = optarg ? 2 : 1;
		break;
	case 'S':
		run.hosts = optarg;
		break;
	case 'T':
		told.wait = told.watch = 1;
		break;
	case 'W':
		told.wait = 1;
		break;
	case 'X':
		told.send = 1;
		break;
	default:
		usage(prog.synopsis);
	}
}

static void
option(int c)
{
	switch (c) {
	case '1':
		told.one = 1;
		break;
	case 'a':
		run.sources.hidden = 1;
		break;
	case 'b':
		told.base = optarg;
		break;
	case 'f':
		told.from = optarg;
		break;
	case 'j':
		number_of_jobs(optarg);
		break;
	case 'l':
		told.lines = 1;
		break;
	case 'q':
		run.quiet = 1;
		break;
	case 'r':
		own_rules_of(optarg);
		break;
	case 'x':
		leave_out(optarg);
		break;
	default:
		long_option(c);
	}
}

static void
options(int argc, char **argv)
{
	static const struct option longs[] = {
		{"force", no_argument, NULL, 'F'},
		{"log", required_argument, NULL, 'L'},
		{"prune", optional_argument, NULL, 'P'},
		{"send", no_argument, NULL, 'X'},
		{"sshlogin", required_argument, NULL, 'S'},
		{"wait", no_argument, NULL, 'W'},
		{"watch", no_argument, NULL, 'T'},
		{NULL, 0, NULL, 0},
	};
	const struct user_rules *rules;
	int c;

	run.jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
	if (run.jobs < 1)
		run.jobs = 1;
	while ((c = getopt_long(argc, argv, "1ab:f:j:lqr:x:", longs, NULL)) != -1)
		option(c);
	if (argc - optind < 2)
		usage(prog.synopsis);
	if (run.hosts && user_rules(&rules))
		die("-r is not sent to the hosts: it goes without --sshlogin only");
	if (run.hosts)
		run.jobs = 1; /* parallel(1) shares the work out */
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
one_run(const char *self, char **operands, size_t n)
{
	make_recipe();
	outdir_open(&run.out, operands[n], told.wait);
	run.sources.suffix = form_suffix(run.form);
	sources_open(&run.sources, &run.out, operands, n);
	listing_load(&run.out);
	ahead_begin(&run.sources, &run.out);
	make_worker(self);
	log_begin();
	manifest_read(run.out.state, "manifest", know);
	run.known.changed = 0;
	store_recover();
	drop_other_all();
	plan();
	convert_all();
	finish();
	progress(1);
}

int
main(int argc, char **argv)
{
	const char *self = argc > 0 ? argv[0] : "";
	int warned;

	opts_begin(&prog, argc, argv);
	options(argc, argv);
	if (told.watch)
		watch(argv + optind, argc - optind - 1, argv[argc - 1]);
	log_open(told.log);
	signal(SIGHUP, interrupt);
	signal(SIGINT, interrupt);
	signal(SIGTERM, interrupt);
	one_run(self, argv + optind, (size_t)(argc - optind - 1));
	warned = run.bad || run.warned || run.emptied;
	if (!run.status)
		run.status = warned ? 1 : 0;
	log_end(run.status, NULL);
	/* What is bad as it was yesterday is in the list, not in the mail. */
	if (!run.quiet || run.status == 2 || news_count() || run.emptied == 2)
		summary();
	if (ferror(stderr))
		run.status = 2;
	_Exit(run.status); /* what is known of the documents lives as long as we do */
}
