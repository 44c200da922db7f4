/*
 * tanzaku-convert - the whole chain in one program; see tanzaku(1)
 *
 * The filters are the same as in a pipeline of nine, in the same order, and
 * so is what comes out. But they run in a few processes, which keep two
 * cores busy: inside each, a record goes from one filter to the next as it
 * is (stage.h), without a system call, a copy and a second look for its end,
 * and from one process to the next without a copy (ring.h).
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/near.h"
#include "html/reader.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/pages.h"
#include "stream/progress.h"
#include "stream/ring.h"
#include "stream/stage.h"
#include "stream/userrules.h"
#include "words/own.h"

static const struct prog prog = {
	"tanzaku-convert", "[-lTt] [-0 LIST] [-b DATE] [-d SEPARATOR] [-f ENCODING] [-r PATH] [-x FILTER] [--csv[=LIST]] [--long] [--pretty] [--progress] [FILE ...]",
	"Turns documents into JSON, through all filters of the chain: one tree a document.\n"
	"  -l           one line of JSON a table row\n"
	"  -T           end each document with a line that says how it went\n"
	"  -t           the input is text of tanzaku decode -H\n"
	"  -0 LIST      the documents are named in the file LIST, each name ended by a NUL\n"
	"  -b DATE      the documents' base date (YYYY-MM-DD), for dates that need one\n"
	"  -d SEPARATOR what separates cells, in place of what is found: ',', ';', space (two or more blanks)\n"
	"  -f ENCODING  the documents' encoding, instead of finding it\n"
	"  -r PATH      rules of your own: a file that is called like its table, status.tsv, or a folder of such files\n"
	"  -x FILTER    leave this one out: legend, outline, table, status, date or agency\n"
	"  --long       as -l, with the cells as a list: the same keys in every document; of CSV, one line a cell\n"
	"  --pretty     JSON that is indented\n"
	"  --progress   say on standard error how far it has come, terminal or not\n"
	"  --csv=LIST   CSV in place of JSON; LIST: long, excel, cp932, status, date, agency, warning, all\n",
};

enum { FILTERS = 9, PARTS_MAX = 7 };
static const struct filter *const chain[FILTERS] = {
	&decode_filter, &split_filter, &legend_filter, &outline_filter, &table_filter,
	&status_filter, &date_filter,  &agency_filter, &json_filter,
};

/*
 * Where the chain is cut into processes: the filters before a place are in the one, those behind it in the next. A
 * document whose marks no legend explains waits in status for its end, since a legend may still come: those before
 * status are done by then, and those behind it begin. So each half of the chain is to keep both cores busy by itself.
 * Date stands alone, for what it and json keep would make one process the largest by far. What is small is over before
 * that tells, and a process costs a millisecond or two.
 */
static const size_t cut_small[] = {0, 1, 5, FILTERS}, cut_large[] = {0, 1, 2, 3, 5, 6, 7, FILTERS};
enum { LARGE = 256 * 1024 };

static int left_out[FILTERS];

/* -x NAME, which must be one that the others can do without. */
static void
leave_out(const char *name)
{
	static const char *const optional[] = {"legend", "outline", "table", "status", "date", "agency", NULL};
	size_t i, prefix = strlen("tanzaku-");
	const char *near;

	for (i = 0; i < FILTERS - 1; i++)
		if (chain[i]->record && strcmp(chain[i]->prog.name + prefix, name) == 0) {
			left_out[i] = 1;
			return;
		}
	near = near_word(slice_z(name), optional);
	die("-x %s: not one that can be left out: legend, outline, table, status, date, agency%s%s%s", name,
	    near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
}

static struct {
	size_t decoded; /* the input is what the first part would make of it */
	int csv;        /* it stands where json does */
	int listed;     /* the documents are named in a file */
} told;

/* Takes the options, and sets *NAMED if one names the encoding. */
static void
take_options(int *argc, char **argv, int *named)
{
	static const char letters[] = "0:b:d:f:lr:Ttx:";
	const char *list;
	int c, good = 1;

	decode_filter.option('H', NULL);
	split_filter.option('H', NULL);
	told.csv = (list = opts_take_value(argc, argv, "--csv")) != NULL;
	if (told.csv)
		csv_filter.option('C', list);
	if (opts_take(argc, argv, "--long"))
		good = json_filter.option('L', NULL) && csv_filter.option('l', NULL);
	if (opts_take(argc, argv, "--pretty")) {
		if (told.csv)
			die("--pretty: not together with --csv, which gives lines");
		json_filter.option('p', NULL);
	}
	progress_want(opts_take(argc, argv, "--progress"));
	opts_order(&prog, *argc, argv, letters);
	while ((c = getopt(*argc, argv, letters)) != -1) {
		switch (c) {
		case '0': good = told.listed = decode_filter.option('0', optarg); break;
		case 'b': good = date_filter.option('b', optarg); break;
		case 'd': good = split_filter.option('d', optarg); break;
		case 'f': good = *named = decode_filter.option('f', optarg); break;
		case 'l': good = json_filter.option('l', NULL) && csv_filter.option('l', NULL); break;
		case 'r': user_rules_take(optarg, NULL); break;
		case 'T': good = json_filter.option('d', NULL) && csv_filter.option('d', NULL); break;
		case 't': told.decoded = 1; break;
		case 'x': leave_out(optarg); break;
		default: good = 0;
		}
		if (!good)
			usage(prog.synopsis);
	}
}

/* The filters that a process runs, in a row, and where each of them does. */
struct row {
	const struct filter *f[FILTERS];
	struct stage *at[FILTERS];
	size_t n;
};

/* True unless what is to be read is known to be little, or many documents of which most are small. */
static int
is_large(int operands, char **operand)
{
	struct stat st;
	off_t bytes = 0;
	int i;

	for (i = 0; i < operands || i == 0; i++) {
		if ((operands && strcmp(operand[i], "-") != 0 ? stat(operand[i], &st) : fstat(STDIN_FILENO, &st)) < 0)
			continue;
		if (!S_ISREG(st.st_mode))
			return !told.listed;
		if ((bytes += st.st_size) >= LARGE)
			return 1;
	}
	return 0;
}

/* Cuts the chain into the rows of the processes. Returns how many there are. */
static size_t
cut_chain(struct row rows[PARTS_MAX], int large)
{
	const size_t *cut = large ? cut_large : cut_small;
	size_t i = told.decoded, n = 0, p;

	memset(rows, 0, PARTS_MAX * sizeof(*rows));
	for (p = told.decoded; cut[p] < FILTERS; p++) {
		for (; i < cut[p + 1]; i++)
			if (!left_out[i])
				rows[n].f[rows[n].n++] = told.csv && chain[i] == &json_filter ? &csv_filter : chain[i];
		n += rows[n].n > 0;
	}
	return n;
}

static void
line_up(struct row *row)
{
	size_t i;

	for (i = row->n; i-- > 0;) {
		if (i + 1 < row->n)
			stage_in_front();
		row->at[i] = stage;
		stage->name = row->f[i]->prog.name;
		stage->record = row->f[i]->record;
		stage->added = row->f[i]->added;
		stage->deaf = row->f[i]->deaf;
	}
}

/* Runs the filters of a row on the operands, which are the first one's, or on standard input. */
static void
run(struct row *row, int operands, char **operand)
{
	size_t i;

	line_up(row);
	for (i = 0; i < row->n; i++) {
		stage = row->at[i];
		filter_begin(row->f[i]);
		if (i)
			filter_input(row->f[i], "-");
	}
	stage = row->at[0];
	filter_inputs(row->f[0], operands, operand);
	for (i = 0; i < row->n; i++) {
		stage = row->at[i];
		if (i)
			filter_input_end(row->f[i]);
		filter_end(row->f[i]);
	}
	stage = row->at[0];
}

/* Starts a process that runs a row of filters, from standard input into the standard input of this one. */
static pid_t
start(struct row *row, int operands, char **operand)
{
	struct ring *ring = ring_new();
	int fd[2];
	pid_t child;

	if (pipe(fd) < 0 || (child = fork()) < 0)
		die("the filters cannot be started:");
	if (dup2(fd[child == 0], child == 0 ? STDOUT_FILENO : STDIN_FILENO) < 0) {
		if (child)
			kill(child, SIGKILL); /* it would wait for us, and we for it */
		die("the filters cannot be joined:");
	}
	close(fd[0]);
	close(fd[1]);
	if (child) {
		ring_read_from(ring);
		return child;
	}
	ring_write_to(ring);
	run(row, operands, operand);
	_exit((int)status_now());
}

/* A filter that a signal has ended has left the output incomplete. (SIGPIPE comes to filters whose reader has
 * ended, and has said why.) */
static void
wait_for(pid_t child, const char *name)
{
	int how;

	while (waitpid(child, &how, 0) < 0)
		if (errno != EINTR)
			die("%s:", name);
	if (WIFEXITED(how))
		raise_status((enum status)WEXITSTATUS(how));
	else
		die("%s was ended by signal %d, the output is incomplete", name, WTERMSIG(how));
}

int
main(int argc, char **argv)
{
	struct row rows[PARTS_MAX];
	pid_t child[PARTS_MAX - 1];
	int named = 0;
	size_t i, n;

	opts_begin(&prog, argc, argv);
	pages = &html_pages;
	signal(SIGCHLD, SIG_DFL); /* who ignores it, and leaves that to us, would have us wait in vain */
	take_options(&argc, argv, &named);
	own_rules_read(); /* a pipe is read but once */
	/* decode writes nothing but UTF-8 where it does not leave that to iconv(3), and split mends each line */
	records_are_utf8 = !named && !told.decoded;
	n = cut_chain(rows, is_large(argc - optind, argv + optind));
	for (i = 0; i < n - 1; i++) {
		child[i] = start(&rows[i], argc - optind, argv + optind);
		optind = argc; /* the operands are the first filter's */
		records_are_utf8 |= i > 0 || told.decoded; /* split is behind */
	}
	run(&rows[i], 0, NULL);
	/* Who still writes, because reading has failed, is not to wait for us while we wait for it. */
	ring_read_from(NULL);
	close(STDIN_FILENO);
	while (i-- > 0) { /* the last one first: of two that end, it is the one that the other could not write to */
		stage->name = prog.name;
		wait_for(child[i], rows[i].f[0]->prog.name);
	}
	return (int)status_now();
}
