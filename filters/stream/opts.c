/* opts.c - the common beginning of every main; see opts.h */
#include "stream/opts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/near.h"
#include "stream/msg.h"
#include "stream/stage.h"
#include "stream/why.h"

int why_wanted;

/* A closed descriptor is opened the wrong way round: using it fails, as it should, and
 * the next open(2) does not get its number by accident. */
static void
hold_standard_descriptors(void)
{
	static const int wrong[] = {O_WRONLY, O_RDONLY, O_WRONLY};
	int fd, out_closed = fcntl(STDOUT_FILENO, F_GETFD) < 0;

	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", wrong[fd]) != fd)
			exit(BAD);
	if (out_closed) {
		errno = EBADF;
		die("standard output:");
	}
}

static void
answer(int failed)
{
	if (failed < 0 || fflush(stdout) != 0)
		die("standard output: write failed, output is incomplete:");
	exit(CLEAN);
}

static void
no_memory(size_t n)
{
	die("no memory for %lu bytes:", (unsigned long)n);
}

void
opts_begin(const struct prog *p, int argc, char **argv)
{
	stage->name = p->name;
	if (argc > 0)
		argv[0] = (char *)p->name; /* getopt(3) names it in its messages */
	out_of_memory_is_said_by(no_memory);
	hold_standard_descriptors();
	if (argc < 2)
		return;
	if (strcmp(argv[1], "--version") == 0)
		answer(printf("%s %s\n", p->name, TANZAKU_VERSION));
	if (strcmp(argv[1], "--help") == 0)
		answer(printf("usage: %s %s\n\n%s", p->name, p->synopsis, p->help));
}

int
opts_take(int *argc, char **argv, const char *name)
{
	int i, kept = 1, ended = 0, found = 0;

	for (i = 1; i < *argc; i++) {
		ended |= strcmp(argv[i], "--") == 0;
		if (!ended && strcmp(argv[i], name) == 0)
			found = 1;
		else
			argv[kept++] = argv[i];
	}
	if (found)
		argv[kept] = NULL;
	*argc = kept;
	return found;
}

const char *
opts_take_value(int *argc, char **argv, const char *name)
{
	const char *found = NULL;
	size_t n = strlen(name);
	int i, kept = 1, ended = 0;

	for (i = 1; i < *argc; i++) {
		ended |= strcmp(argv[i], "--") == 0;
		if (!ended && strncmp(argv[i], name, n) == 0 && (!argv[i][n] || argv[i][n] == '='))
			found = argv[i] + n + (argv[i][n] == '=');
		else
			argv[kept++] = argv[i];
	}
	if (found)
		argv[kept] = NULL;
	*argc = kept;
	return found;
}

void
opts_long(int argc, char **argv, const char *name, const char *letter)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], name) == 0)
			argv[i] = (char *)letter; /* getopt(3) only reads it */
}

/* How many arguments the option ARG is, with its own: 1 or 2. In a cluster, -lf NAME, it is the last letter's. */
static int
span(const char *arg, const char *letters)
{
	const char *p, *known;

	for (p = arg + 1; *p; p++) {
		known = *p == ':' ? NULL : strchr(letters, *p);
		if (known && known[1] == ':')
			return p[1] ? 1 : 2;
	}
	return 1;
}

/* Adds the long options that TEXT, a synopsis or a help, has to WORDS, from AT on to MOST. Returns how many there are then. */
static size_t
long_options(const char *text, char **words, size_t at, size_t most)
{
	const char *p = text;

	while (at < most && (p = strstr(p, "--")) != NULL) {
		struct buf word = {0};

		buf_add(&word, p, 2 + strspn(p + 2, "abcdefghijklmnopqrstuvwxyz-"));
		p += word.n;
		buf_addc(&word, '\0');
		words[at++] = word.p;
	}
	return at;
}

/* Who slips in a long option is told what it is called; getopt(3) would speak of one that is called '-'. */
static _Noreturn void
unknown(const struct prog *p, const char *option)
{
	enum { MOST = 64 };
	char *words[MOST + 1];
	size_t n = long_options(p->help, words, long_options(p->synopsis, words, 0, MOST), MOST);
	const char *near;

	words[n] = NULL;
	near = near_word((struct slice){option, strcspn(option, "=")}, (const char *const *)words);
	fprintf(stderr, "%s: %s: there is no such option%s%s%s\n", p->name, option, near ? "; did you mean " : "", near ? near : "",
	    near ? "?" : "");
	usage(p->synopsis);
}

void
opts_order(const struct prog *p, int argc, char **argv, const char *letters)
{
	char **sorted = emalloc(((size_t)argc + 1) * sizeof(*sorted));
	int i, n = 0, end = 1, pass;

	while (end < argc && strcmp(argv[end], "--") != 0) {
		if (strncmp(argv[end], "--", 2) == 0)
			unknown(p, argv[end]);
		end += argv[end][0] == '-' && argv[end][1] ? span(argv[end], letters) : 1;
	}
	if (end > argc)
		end = argc;
	for (pass = 0; pass < 2; pass++) {
		if (pass && end < argc)
			sorted[n++] = argv[end]; /* "--" ends the options, so it stands behind the last one */
		for (i = 1; i < end;) {
			int option = argv[i][0] == '-' && argv[i][1];
			int left = option ? span(argv[i], letters) : 1;

			if (left > argc - i) /* else the first operand would be its value */
				die("%s: its value is missing", argv[i]);
			for (; left > 0 && i < end; left--, i++)
				if (option == !pass)
					sorted[n++] = argv[i];
		}
	}
	memcpy(argv + 1, sorted, (size_t)n * sizeof(*sorted));
	free(sorted);
}
