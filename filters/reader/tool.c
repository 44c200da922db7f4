/* tool.c - becomes a reader's program; see tool.h */
#ifdef __linux__
#define _GNU_SOURCE /* unshare(2) */
#include <sched.h>
#include <sys/prctl.h>
#endif
#include "reader/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

enum { FILES_OPEN = 256 };

/* Where that is refused, as in some containers, the program keeps the network: the table names none that would use it. */
static void
leave_network(void)
{
#ifdef __linux__
	if (unshare(CLONE_NEWNET) < 0)
		(void)unshare(CLONE_NEWUSER | CLONE_NEWNET);
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

static void
limit(int what, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(what, &now) < 0)
		return;
	if (now.rlim_max != RLIM_INFINITY && now.rlim_max < most)
		most = now.rlim_max;
	now = (struct rlimit){.rlim_cur = most, .rlim_max = most};
	(void)setrlimit(what, &now);
}

/* RLIMIT_DATA, not RLIMIT_AS: some runtimes reserve addresses by the terabyte, and use few of them. */
static void
take_limits(const struct reader_limits *most)
{
	const rlim_t mebi = 1024 * 1024;

	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, most->seconds + 1);
	limit(RLIMIT_DATA, most->memory * mebi);
	limit(RLIMIT_FSIZE, most->output * mebi);
	limit(RLIMIT_NOFILE, FILES_OPEN);
}

static char *
joined(const char *before, const char *text, size_t n)
{
	struct buf b = {0};

	buf_addz(&b, before);
	buf_add(&b, text, n);
	buf_addc(&b, '\0');
	return b.p;
}

/* WORD with DOCUMENT in place of {}. */
static char *
argument(struct slice word, const char *document)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < word.n; i++) {
		if (i + 1 < word.n && word.p[i] == '{' && word.p[i + 1] == '}') {
			buf_addz(&b, document);
			i++;
		} else {
			buf_addc(&b, word.p[i]);
		}
	}
	buf_addc(&b, '\0');
	return b.p;
}

/* The arguments are the table's and the document's name is ours: nothing of them is the document's. */
static char **
arguments(const struct readrule *r, const char *document)
{
	struct slice rest = r->command, word;
	char **v = emalloc((r->command.n / 2 + 2) * sizeof(*v));
	size_t n = 0;

	for (; (word = pattern_word(&rest)).n; n++)
		v[n] = n ? argument(word, document) : joined("", r->program.p, r->program.n);
	v[n] = NULL;
	return v;
}

static char **
environment(const char *folder)
{
	const char *path = getenv("PATH");
	char **v = emalloc(6 * sizeof(*v));

	path = path ? path : "/usr/bin:/bin";
	v[0] = joined("PATH=", path, strlen(path));
	v[1] = joined("HOME=", folder, strlen(folder));
	v[2] = joined("TMPDIR=", folder, strlen(folder));
	v[3] = joined("LC_ALL=C.UTF-8", "", 0);
	v[4] = joined("TZ=UTC0", "", 0);
	v[5] = NULL;
	return v;
}

_Noreturn void
tool_become(const struct readrule *r, const char *folder, const char *document, int out, int err)
{
	char **argv = arguments(r, document), **envp = environment(folder);
	const char *why;
	int in;

	(void)setpgid(0, 0);
	if (chdir(folder) == 0 && (in = open(document, O_RDONLY)) >= 0 && dup2(in, STDIN_FILENO) >= 0 &&
	    dup2(out, STDOUT_FILENO) >= 0 && dup2(err, STDERR_FILENO) >= 0) {
		if (in > STDERR_FILENO)
			close(in);
		signal(SIGPIPE, SIG_DFL);
		leave_network();
		take_limits(&r->most);
		execve(r->path, argv, envp);
	}
	why = strerror(errno);
	(void)!write(err, why, strlen(why));
	_exit(127);
}
