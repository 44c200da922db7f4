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
#include "batch/options.h"
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
begin(void)
{
	char *options[] = {"inotifywait", "-m", "-r", "-e", "close_write,create,delete,move,attrib"};
	enum { OPTIONS = sizeof(options) / sizeof(*options) };
	char **argv = emalloc((OPTIONS + told.sources + 2) * sizeof(*argv));
	size_t i;
	int events[2];

	memcpy(argv, options, sizeof(options));
	argv[OPTIONS] = real(told.outdir, "@"); /* what we write there is no event */
	for (i = 0; i < told.sources; i++)
		argv[OPTIONS + 1 + i] = real(told.source[i], "");
	argv[OPTIONS + 1 + told.sources] = NULL;
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

static void
no_more_events(const char *said)
{
	if (*said == '\0')
		die("--watch needs inotifywait(1), of the package inotify-tools; --watch=SECONDS does without");
	die("inotifywait has ended: %s", said);
}

/* Waits for an event, MOST milliseconds long at most (-1: for ever), and then until they pause. */
static void
wait_for_events(int events, int most)
{
	static char said[4096];
	struct pollfd p = {.fd = events, .events = POLLIN};
	ssize_t n;

	while (poll(&p, 1, most) > 0) {
		n = read(events, said, sizeof(said) - 1);
		if (n == 0)
			no_more_events(said);
		if (n > 0)
			said[n] = '\0';
		most = QUIET;
	}
}

/* Until it is worth to look again: AFTER a run that wants it, sooner than it would be otherwise. */
static void
pause_between(int events, int after)
{
	if (told.poll)
		sleep((unsigned)(after && told.settle < told.poll ? told.settle : told.poll));
	else
		wait_for_events(events, after ? (int)(told.settle * 1000) : -1);
}

unsigned long
watch(void)
{
	unsigned long round;
	int events = -1, how;
	pid_t pid;

	if (mkdir(told.outdir, 0777) < 0 && errno != EEXIST)
		die("%s:", told.outdir);
	if (!told.poll)
		events = begin();
	for (round = 0;; round++) {
		pid = child();
		if (pid == 0)
			return round;
		while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
			;
		pause_between(events, WIFEXITED(how) && WEXITSTATUS(how) == WATCH_AGAIN);
	}
}
