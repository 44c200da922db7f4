/*
 * peak - run a command and append its peak resident memory to a file
 *
 * usage: peak FILE COMMAND [ARGUMENT ...]
 *
 * Appends one line "COMMAND KIBIBYTES". The status is the command's; 128 + N
 * where signal N ended it, as the shell has it.
 */
#define _XOPEN_SOURCE 700 /* getrusage is in POSIX's XSI option */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

int main(int argc, char **argv)
{
	struct rusage usage;
	int status;
	pid_t pid;
	FILE *to;

	if (argc < 3) {
		fputs("usage: peak FILE COMMAND [ARGUMENT ...]\n", stderr);
		return 2;
	}
	if ((pid = fork()) < 0)
		fail("fork");
	if (pid == 0) {
		execvp(argv[2], argv + 2);
		fail(argv[2]);
	}
	/* Our own ends of the pipes would keep a reader from seeing the end, a writer from seeing SIGPIPE. */
	close(0);
	close(1);
	if (waitpid(pid, &status, 0) != pid)
		fail("waitpid");
	getrusage(RUSAGE_CHILDREN, &usage);
	if (!(to = fopen(argv[1], "a")))
		fail(argv[1]);
	/* Linux counts ru_maxrss in KiB. */
	fprintf(to, "%s %ld\n", argv[2], usage.ru_maxrss);
	if (fclose(to))
		fail(argv[1]);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
