/* options.c - the arguments of batch; see options.h */
#define _GNU_SOURCE /* getopt_long(3) */
#include "batch/options.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/near.h"
#include "stream/msg.h"
#include "stream/opts.h"
#include "stream/userrules.h"

static const struct prog prog = {
	"tanzaku-batch",
	"[-alq1] [-b DATE] [-d SEPARATOR] [-f ENCODING] [-j N] [-r PATH] [-x FILTER] [--csv[=LIST]] [--dry-run] [--exclude GLOB] [--force]"
	" [--include GLOB] [--log FILE] [--long] [--pretty] [--prune[=all]] [--settle SECONDS] [--wait] [--watch[=SECONDS]]"
	" [--sshlogin HOSTS [--send]] SOURCE ... OUTDIR",
	"Converts the documents under each SOURCE that have changed since the last run.\n"
	"  -1           all output in one file, OUTDIR/all.json or all.jsonl\n"
	"  -a           take names that begin with a dot as well\n"
	"  -b DATE      the documents' base date (YYYY-MM-DD)\n"
	"  -d SEPARATOR what separates cells, as tanzaku convert -d\n"
	"  -f ENCODING  the documents' encoding, instead of finding it\n"
	"  -j N         so many pipelines at a time (default: one a processor)\n"
	"  -l           one line of JSON a table row\n"
	"  -q           silent unless there is something new\n"
	"  -r PATH      rules of your own: a file that is called like its table, or a folder of such files\n"
	"  -x FILTER    leave this one out\n"
	"  --csv[=LIST] CSV in place of JSON, as tanzaku convert --csv\n"
	"  --dry-run    say what would be converted and pruned, and write nothing\n"
	"  --exclude GLOB  leave out files and folders of that name; with a slash in GLOB, of that whole NAME\n"
	"  --force      convert all of them\n"
	"  --include GLOB  take files of that name alone\n"
	"  --log FILE   append what happened to each document, as JSON Lines\n"
	"  --long       as -l, with the same keys in every document, as tanzaku convert --long\n"
	"  --pretty     JSON that is indented\n"
	"  --prune      remove the output of documents that are gone; --prune=all also where all of a source, or\n"
	"               most of it, seems to be gone\n"
	"  --send       send the programs to the hosts\n"
	"  --settle SECONDS  leave what has changed in the last SECONDS for the next run\n"
	"  --sshlogin HOSTS  run the filters on other machines, through parallel(1)\n"
	"  --wait       wait while another run has OUTDIR\n"
	"  --watch      stay, and run again whenever something changes; --watch=SECONDS looks that often, for\n"
	"               shares of other machines\n",
};

/* What comes by itself: a copy takes moments, and of a share it is seen late. */
enum { SETTLE_WATCH = 2, SETTLE_POLL = 10 };

struct told told;

/* convert would refuse it as well, but for each group of documents. */
static void
leave_out(const char *name)
{
	static const char *const optional[FILTERS_OUT + 1] = {"legend", "outline", "table", "status", "date", "agency"};
	const char *near = near_word(slice_z(name), optional);
	size_t i;

	for (i = 0; i < FILTERS_OUT && strcmp(optional[i], name) != 0; i++)
		;
	if (i == FILTERS_OUT)
		die("-x %s: not one that can be left out: legend, outline, table, status, date, agency%s%s%s", name,
		    near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
	for (i = 0; i < told.outs; i++)
		if (strcmp(told.out[i], name) == 0)
			return;
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

static long
number(const char *option, const char *arg, long least, long most, const char *what)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(arg, &end, 10);
	if (errno || *end || end == arg || n < least || n > most)
		die("%s%s: not a number%s from %ld to %ld", option, arg, what, least, most);
	return n;
}

/* As convert takes it. */
static const char *
csv_option(const char *list)
{
	struct buf b = {0};

	buf_addz(&b, "--csv=");
	buf_addz(&b, list ? list : "");
	buf_addc(&b, '\0');
	return b.p;
}

static void
long_option(int c)
{
	enum { DAY = 24 * 60 * 60 };

	switch (c) {
	case 0: /* getopt_long has set it */
		break;
	case 'C':
		told.csv = csv_option(optarg);
		break;
	case 'E':
		globs_add(&told.exclude, optarg);
		break;
	case 'I':
		globs_add(&told.include, optarg);
		break;
	case 'L':
		told.log = optarg;
		break;
	case 'P':
		if (optarg && strcmp(optarg, "all") != 0)
			die("--prune=%s: only --prune and --prune=all", optarg);
		told.prune = optarg ? 2 : 1;
		break;
	case 'R':
		told.settle = number("--settle ", optarg, 0, DAY, " of seconds");
		break;
	case 'S':
		told.hosts = optarg;
		break;
	case 'T':
		told.wait = told.watch = 1;
		told.poll = optarg ? number("--watch=", optarg, 1, DAY, " of seconds") : 0;
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
		told.hidden = 1;
		break;
	case 'b':
		told.base = optarg;
		break;
	case 'd':
		told.separator = optarg;
		break;
	case 'f':
		told.from = optarg;
		break;
	case 'j':
		told.jobs = (int)number("-j ", optarg, 1, 1024, "");
		break;
	case 'l':
		told.lines = 1;
		break;
	case 'q':
		told.quiet = 1;
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
settle_by_itself(void)
{
	if (told.settle < 0)
		told.settle = told.poll ? SETTLE_POLL : told.watch ? SETTLE_WATCH : 0;
}

/* Those of which one rules out another. */
static void
options_agree(void)
{
	const struct user_rules *rules;

	if (told.dry && told.watch)
		die("--dry-run and --watch: one of the two");
	if (told.hosts && user_rules(&rules))
		die("-r is not sent to the hosts: it goes without --sshlogin only");
	if (told.csv && (told.one || told.hosts))
		die("--csv: not together with %s: each document has its own header", told.one ? "-1" : "--sshlogin");
	if (told.pretty && (told.csv || told.lines || told.lengthwise))
		die("--pretty: not together with %s, which gives lines", told.csv ? "--csv" : told.lines ? "-l" : "--long");
	if (told.hosts && (told.pretty || told.lengthwise))
		die("%s: not together with --sshlogin", told.pretty ? "--pretty" : "--long");
	told.lines |= told.lengthwise;
}

void
options(int argc, char **argv)
{
	static const struct option longs[] = {
		{"csv", optional_argument, NULL, 'C'},
		{"dry-run", no_argument, &told.dry, 1},
		{"exclude", required_argument, NULL, 'E'},
		{"force", no_argument, &told.force, 1},
		{"include", required_argument, NULL, 'I'},
		{"log", required_argument, NULL, 'L'},
		{"long", no_argument, &told.lengthwise, 1},
		{"pretty", no_argument, &told.pretty, 1},
		{"prune", optional_argument, NULL, 'P'},
		{"send", no_argument, &told.send, 1},
		{"settle", required_argument, NULL, 'R'},
		{"sshlogin", required_argument, NULL, 'S'},
		{"wait", no_argument, &told.wait, 1},
		{"watch", optional_argument, NULL, 'T'},
		{NULL, 0, NULL, 0},
	};
	int c;

	opts_begin(&prog, argc, argv);
	told.settle = -1;
	told.jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
	if (told.jobs < 1)
		told.jobs = 1;
	while ((c = getopt_long(argc, argv, "1ab:d:f:j:lqr:x:", longs, NULL)) != -1)
		option(c);
	if (argc - optind < 2)
		usage(prog.synopsis);
	options_agree();
	if (told.hosts)
		told.jobs = 1; /* parallel(1) shares the work out */
	settle_by_itself();
	told.source = argv + optind;
	told.sources = (size_t)(argc - optind - 1);
	told.outdir = argv[argc - 1];
}

void
options_check(const char *tanzaku)
{
	const char *argv[8] = {tanzaku, "convert"};
	size_t n = 2;
	pid_t child;
	int how, null;

	if (!told.base && !told.from && !told.csv)
		return;
	if (told.csv)
		argv[n++] = told.csv;
	if (told.base) {
		argv[n++] = "-b";
		argv[n++] = told.base;
	}
	if (told.from) {
		argv[n++] = "-f";
		argv[n++] = told.from;
	}
	child = fork();
	if (child < 0)
		die("no process:");
	if (child == 0) { /* an empty document, and its tree, are nothing */
		null = open("/dev/null", O_RDWR);
		if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0)
			_Exit(127);
		execvp(tanzaku, (char **)argv);
		_Exit(127);
	}
	while (waitpid(child, &how, 0) < 0 && errno == EINTR)
		;
	if (!WIFEXITED(how) || WEXITSTATUS(how) >= 126)
		die("%s: cannot be run", tanzaku);
	if (WEXITSTATUS(how) != 0)
		exit(2); /* who refuses it has said why */
}
