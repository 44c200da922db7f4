/*
 * measure - run a command and log what it took
 *
 * usage: measure [-n TIMES] LOG INPUT COMMAND [ARGUMENT ...]
 *
 * Runs COMMAND with standard input from the file INPUT, and appends one line
 * "WALL CPU KIBIBYTES" to LOG: seconds of the clock; seconds of user and system
 * time in COMMAND and all that it waited for, so a pipeline counts as a whole;
 * the peak resident memory of the largest process among them. With -n, the
 * mean over that many runs. The status is the worst that COMMAND had.
 */
#define _XOPEN_SOURCE 700 /* getrusage is in POSIX's XSI option */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* posix_spawn and not fork: a forked child would start with our memory as its peak. */
static int run(const char *input, char **argv)
{
	posix_spawn_file_actions_t files;
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input, O_RDONLY, 0);
	if (posix_spawnp(&pid, argv[0], &files, NULL, argv, environ))
		fail(argv[0]);
	posix_spawn_file_actions_destroy(&files);
	if (waitpid(pid, &status, 0) != pid)
		fail("waitpid");
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int main(int argc, char **argv)
{
	struct rusage usage;
	long times = 1;
	int worst = 0, c;
	double start;
	FILE *log;

	while ((c = getopt(argc, argv, "+n:")) == 'n')
		times = atol(optarg);
	if (c != -1 || times < 1 || argc - optind < 3) {
		fputs("usage: measure [-n TIMES] LOG INPUT COMMAND [ARGUMENT ...]\n", stderr);
		return 2;
	}
	argv += optind;
	start = now();
	for (long n = 0; n < times; n++) {
		int status = run(argv[1], argv + 2);

		worst = status > worst ? status : worst;
	}
	start = now() - start;
	getrusage(RUSAGE_CHILDREN, &usage);
	if (!(log = fopen(argv[0], "a")))
		fail(argv[0]);
	/* Linux counts ru_maxrss in KiB. */
	fprintf(log, "%.6f %.6f %ld\n", start / (double)times,
	    (seconds(usage.ru_utime) + seconds(usage.ru_stime)) / (double)times, usage.ru_maxrss);
	if (fclose(log))
		fail(argv[0]);
	return worst;
}
