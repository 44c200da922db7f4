/* run.c - runs a reader's program on a document; see run.h */
#define _XOPEN_SOURCE 700 /* clock_gettime(2) */
#include "reader/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "reader/copy.h"
#include "reader/said.h"
#include "reader/scratch.h"
#include "reader/tool.h"
#include "stream/msg.h"
#include "stream/spool.h"

enum { SAID_MOST = 4096 };

/* The process between */

struct job {
	const struct readrule *r;
	const struct sample *document;
	int out;
	int caller;      /* a pipe that ends when the process that asked does */
	struct buf folder, name, said;
	pid_t tool;
	int how;         /* it ended */
	struct timespec until;
};

static long
milliseconds_left(const struct job *j)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (j->until.tv_sec - now.tv_sec) * 1000 + (j->until.tv_nsec - now.tv_nsec) / 1000000;
}

/* Bytes that DOCUMENT may have: an archive of a disk is no document. */
static unsigned long long
most_bytes(const struct readrule *r)
{
	return 4ULL * r->most.output * 1024 * 1024;
}

/* Puts the document into a new folder. Returns 0, or -1, having said why. */
static int
lay_out(struct job *j)
{
	int fd, good;

	buf_addz(&j->name, "in.");
	buf_adds(&j->name, j->r->name);
	buf_addc(&j->name, '\0');
	if (scratch_folder(&j->folder) == 0) {
		int folder = open(j->folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		fd = openat(folder, j->name.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
		good = fd >= 0 && copy_all(j->document, fd, most_bytes(j->r)) == 0 && close(fd) == 0;
		if (good) {
			close(folder);
			return 0;
		}
	}
	buf_addz(&j->said, strerror(errno));
	return -1;
}

/* Reads what the tool says until it ends, or its time does; 0 if the time does, or nobody waits any more. */
static int
listen(struct job *j, int err)
{
	char room[1024];

	for (;;) {
		struct pollfd p[2] = {{.fd = err, .events = POLLIN}, {.fd = j->caller, .events = 0}};
		long left = milliseconds_left(j), most = err < 0 ? 5 : 100, step = left < most ? left : most;
		ssize_t n = 0;

		if (left <= 0)
			return 0;
		if (poll(p, 2, (int)step) < 0 && errno != EINTR)
			return 0;
		if (p[1].revents)
			return 0;
		if (err >= 0 && p[0].revents) {
			n = read(err, room, sizeof(room));
			if (n > 0 && j->said.n < SAID_MOST)
				buf_add(&j->said, room, (size_t)n);
			if (n == 0)
				err = -1;
		}
		/* a process that it has left behind may keep its standard error */
		if ((err < 0 || !p[0].revents) && waitpid(j->tool, &j->how, WNOHANG) == j->tool)
			return 1;
	}
}

/* Opens what the tool has left in a file. */
static int
left_file(const struct job *j)
{
	struct buf path = {0};
	int fd;

	buf_addz(&path, j->folder.p);
	buf_addc(&path, '/');
	buf_adds(&path, j->r->file);
	buf_addc(&path, '\0');
	fd = open(path.p, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	buf_free(&path);
	return fd;
}

/* What the tool has left in a file becomes what it has written. */
static int
fetch(struct job *j)
{
	struct sample left = {.begin = {"", 0}};
	int result;

	if (!j->r->file.n)
		return 0;
	left.fd = left_file(j);
	result = left.fd < 0 ? -1 : copy_all(&left, j->out, 1024ULL * 1024 * j->r->most.output);
	if (result < 0 && !j->said.n)
		buf_addz(&j->said, errno == ENOENT ? "it has written nothing" : strerror(errno));
	return result;
}

/* Has it written as much as it may? */
static int
is_full(const struct job *j)
{
	const off_t most = (off_t)j->r->most.output * 1024 * 1024;
	int fd = j->r->file.n ? left_file(j) : j->out, full;
	struct stat st;

	full = fd >= 0 && fstat(fd, &st) == 0 && st.st_size >= most;
	if (fd >= 0 && fd != j->out)
		close(fd);
	return full;
}

static enum ran
verdict(struct job *j)
{
	if (WIFSIGNALED(j->how) && WTERMSIG(j->how) == SIGXCPU)
		return RAN_LIMIT;
	if ((WIFSIGNALED(j->how) && WTERMSIG(j->how) == SIGXFSZ) || is_full(j)) {
		j->until.tv_sec = 0; /* for said_limit: not the time */
		return RAN_LIMIT;
	}
	if (WIFEXITED(j->how) && WEXITSTATUS(j->how) == 0)
		return fetch(j) == 0 ? RAN : RAN_FAILED;
	if (!j->said.n)
		said_status(&j->said, j->how);
	return RAN_FAILED;
}

static enum ran
use_tool(struct job *j)
{
	int err[2], ended;

	if (lay_out(j) < 0)
		return RAN_FAILED;
	if (pipe(err) == 0) {
		(void)fcntl(err[1], F_SETFD, FD_CLOEXEC);
		j->tool = fork();
	}
	if (j->tool < 0) {
		buf_addz(&j->said, strerror(errno));
		return RAN_FAILED;
	}
	if (j->tool == 0) {
		close(err[0]);
		close(j->caller);
		tool_become(j->r, j->folder.p, j->name.p, j->r->file.n ? err[1] : j->out, err[1]);
	}
	(void)setpgid(j->tool, j->tool);
	close(err[1]);
	clock_gettime(CLOCK_MONOTONIC, &j->until);
	j->until.tv_sec += (time_t)j->r->most.seconds;
	ended = listen(j, err[0]);
	kill(-j->tool, SIGKILL); /* and all that it has started */
	if (!ended) {
		(void)waitpid(j->tool, &j->how, 0);
		return RAN_LIMIT;
	}
	return verdict(j);
}

/* Says to RESULT what came of it: a byte, and what was said. */
static _Noreturn void
stand_between(struct job *j, int result)
{
	struct buf said = {0};
	enum ran ran;
	char c;

	(void)setsid(); /* who ends the filter by its terminal does not end this: the folder is to go */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
	ran = use_tool(j);
	if (ran == RAN_LIMIT)
		said_limit(&said, &j->r->most, j->until.tv_sec != 0);
	else
		said_line(&said, slice_of(&j->said), j->folder.n ? j->folder.p : NULL);
	if (j->folder.n)
		scratch_remove(j->folder.p);
	c = (char)ran;
	(void)!write(result, &c, 1);
	(void)copy_bytes(result, said.p ? said.p : "", said.n);
	_exit(0);
}

static enum ran
read_result(int result, struct buf *said)
{
	char room[1024];
	ssize_t n;

	buf_clear(said);
	while ((n = read(result, room, sizeof(room))) != 0) {
		if (n < 0 && errno != EINTR)
			break;
		if (n > 0)
			buf_add(said, room, (size_t)n);
	}
	if (!said->n) {
		buf_addz(said, "it was ended");
		return RAN_FAILED;
	}
	n = *said->p;
	memmove(said->p, said->p + 1, --said->n);
	return (enum ran)n;
}

enum ran
reader_run(const struct readrule *r, const struct sample *document, int *out, struct buf *said)
{
	struct job job = {.r = r, .document = document, .out = spool_file(), .tool = -1};
	int result[2], alive[2];
	enum ran ran;
	pid_t child = -1;

	if (pipe(result) == 0 && pipe(alive) == 0)
		child = fork();
	if (child < 0)
		die("%.*s cannot be started:", (int)r->program.n, r->program.p);
	if (child == 0) {
		int nowhere = open("/dev/null", O_WRONLY);

		close(result[0]);
		close(alive[1]);
		if (nowhere >= 0)
			(void)dup2(nowhere, STDOUT_FILENO); /* who reads the filter's output is not to wait for this */
		job.caller = alive[0];
		(void)fcntl(alive[0], F_SETFD, FD_CLOEXEC);
		(void)fcntl(result[1], F_SETFD, FD_CLOEXEC);
		stand_between(&job, result[1]);
	}
	close(result[1]);
	close(alive[0]);
	ran = read_result(result[0], said);
	close(result[0]);
	close(alive[1]);
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
	*out = job.out;
	if (ran != RAN)
		close(job.out);
	else
		(void)lseek(job.out, 0, SEEK_SET);
	return ran;
}
