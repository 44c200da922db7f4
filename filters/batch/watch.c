/* watch.c - see watch.h */
#define _XOPEN_SOURCE 700 /* realpath(3) */
#include "batch/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/buf.h"
#include "stream/msg.h"

enum { QUIET = 300 }; /* milliseconds without another event: more of them come when a folder is filled */

/* Neither the run nor inotifywait outlives the process that watches. */
static pid_t
child(void)
{
	pid_t pid = fork();

	if (pid < 0)
		die("no process:");
#ifdef __linux__
	if (pid == 0)
		prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
	return pid;
}

static char *
real(const char *path, const char *before)
{
	char *name = realpath(path, NULL), *whole;

	if (!name)
		die("%s:", path);
	whole = emalloc(strlen(before) + strlen(name) + 1);
	strcpy(whole, before);
	strcat(whole, name);
	free(name);
	return whole;
}

static int
begin(char **sources, int n, const char *outdir)
{
	static char *options[] = {"inotifywait", "-m", "-r", "-e", "close_write,create,delete,move,attrib"};
	enum { OPTIONS = sizeof(options) / sizeof(*options) };
	char **argv = emalloc((size_t)(OPTIONS + n + 2) * sizeof(*argv));
	int i, events[2];

	memcpy(argv, options, sizeof(options));
	argv[OPTIONS] = real(outdir, "@"); /* what we write there is no event */
	for (i = 0; i < n; i++)
		argv[OPTIONS + 1 + i] = real(sources[i], "");
	argv[OPTIONS + 1 + n] = NULL;
	if (pipe(events) < 0)
		die("no pipe:");
	if (child() == 0) {
		/* What it says when it is ready is an event, too: so nothing is missed in between. */
		dup2(events[1], STDOUT_FILENO);
		dup2(events[1], STDERR_FILENO);
		close(events[0]);
		close(events[1]);
		execvp(argv[0], argv);
		_Exit(127);
	}
	close(events[1]);
	fcntl(events[0], F_SETFD, FD_CLOEXEC);
	return events[0];
}

/* Waits for an event, and then until they pause. */
static void
wait_for_events(int events)
{
	static char said[4096];
	struct pollfd p = {.fd = events, .events = POLLIN};
	ssize_t n;

	do {
		n = read(events, said, sizeof(said) - 1);
		if (n == 0)
			die("inotifywait has ended: %s", said);
		if (n > 0)
			said[n] = '\0';
	} while ((n < 0 && errno == EINTR) || poll(&p, 1, QUIET) > 0);
}

void
watch(char **sources, int n, const char *outdir)
{
	int events;
	pid_t pid;

	if (mkdir(outdir, 0777) < 0 && errno != EEXIST)
		die("%s:", outdir);
	events = begin(sources, n, outdir);
	for (;;) {
		pid = child();
		if (pid == 0)
			return;
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			;
		wait_for_events(events);
	}
}
