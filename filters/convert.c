/*
 * tanzaku-convert - the whole chain in one program; see tanzaku(1)
 *
 * The filters are the same as in a pipeline of nine, in the same order, and
 * so is what comes out. But they run in three processes, which keep two
 * cores busy: inside each, a record goes from one filter to the next as it
 * is (stage.h), without a system call, a copy and a second look for its end.
 */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "filter.h"
#include "out.h"
#include "stage.h"

static const struct prog prog = {
	"tanzaku-convert", "[-l] [-b DATE] [-f ENCODING] [FILE ...]",
	"Turns documents into JSON, through all filters of the chain: one tree a document.\n"
	"  -l           one line of JSON a table row\n"
	"  -b DATE      the documents' base date (YYYY-MM-DD), for dates that need one\n"
	"  -f ENCODING  the documents' encoding, instead of finding it\n",
};

/* What each process runs, cut so that the second and the third have about as much to do. */
enum { PARTS = 3, LONGEST = 4 };
static const struct filter *const part[PARTS][LONGEST + 1] = {
	{&decode_filter},
	{&split_filter, &legend_filter, &outline_filter, &table_filter},
	{&status_filter, &date_filter, &agency_filter, &json_filter},
};

/* Takes the options, and sets *TOLD if one names the encoding. */
static void
take_options(int argc, char **argv, int *told)
{
	int c, good = 1;

	decode_filter.option('H', NULL);
	while ((c = getopt(argc, argv, "b:f:l")) != -1)
		switch (c) {
		case 'b': good = date_filter.option('b', optarg); break;
		case 'f': good = *told = decode_filter.option('f', optarg); break;
		case 'l': good = json_filter.option('l', NULL); break;
		default: good = 0;
		}
	if (!good)
		usage(prog.synopsis);
}

/* Puts the filters of a part in a row, F[0] in front; at[I] is where F[I] runs. */
static void
line_up(const struct filter *const *f, size_t n, struct stage **at)
{
	size_t i;

	for (i = n; i-- > 0;) {
		if (i + 1 < n)
			stage_in_front();
		at[i] = stage;
		stage->name = f[i]->prog.name;
		stage->record = f[i]->record;
	}
}

/* Runs the filters F on the operands, which are the first one's, or on standard input. */
static void
run(const struct filter *const *f, int operands, char **operand)
{
	struct stage *at[LONGEST] = {0};
	size_t n = 0, i;

	while (f[n])
		n++;
	line_up(f, n, at);
	for (i = 0; i < n; i++) {
		stage = at[i];
		filter_begin(f[i]);
		if (i)
			filter_input(f[i], "<stdin>");
	}
	stage = at[0];
	filter_inputs(f[0], operands, operand);
	for (i = 0; i < n; i++) {
		stage = at[i];
		if (i)
			filter_input_end(f[i]);
		filter_end(f[i]);
	}
	stage = at[0];
}

/* Starts a process that runs the filters F, from standard input into the standard input of this one. */
static pid_t
start(const struct filter *const *f, int operands, char **operand)
{
	int fd[2];
	pid_t child;

	if (pipe(fd) < 0 || (child = fork()) < 0)
		die("the filters cannot be started:");
	dup2(fd[child == 0], child == 0 ? STDOUT_FILENO : STDIN_FILENO);
	close(fd[0]);
	close(fd[1]);
	if (child)
		return child;
	run(f, operands, operand);
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
	pid_t child[PARTS - 1];
	int told = 0;
	size_t i;

	opts_begin(&prog, argc, argv);
	take_options(argc, argv, &told);
	/* decode writes nothing but UTF-8 where it does not leave that to iconv(3), and split mends each line */
	records_are_utf8 = !told;
	for (i = 0; i < PARTS - 1; i++) {
		child[i] = start(part[i], argc - optind, argv + optind);
		optind = argc; /* the operands are decode's */
	}
	records_are_utf8 = 1;
	run(part[i], 0, NULL);
	for (i = 0; i < PARTS - 1; i++) {
		stage->name = prog.name;
		wait_for(child[i], part[i][0]->prog.name);
	}
	return (int)status_now();
}
