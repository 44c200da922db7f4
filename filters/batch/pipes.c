/* pipes.c - pipelines are started, and replaced when they die; see pipes.h */
#include "batch/pipes.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/messages.h"

enum {
	FEW = 64,               /* documents, or so many bytes of them, need no second pipeline */
	FEW_BYTES = 4 << 20,
	BLOCK = 256 * 1024,
	CRASH = 3,              /* a document that was in so many pipelines that ended is bad */
	HOPELESS = 20           /* so many ended, and no document came out of any */
};

static struct {
	struct pipeline *w; /* run.jobs of them */
	struct pollfd *p;   /* two each: names, JSON */
	size_t alive, failures;
	off_t said; /* the messages, when the first of these failures was over */
} all;

static void
open_pipe(int *end)
{
	if (pipe(end) < 0)
		give_up("no pipe:");
	fcntl(end[0], F_SETFD, FD_CLOEXEC);
	fcntl(end[1], F_SETFD, FD_CLOEXEC);
}

static void
become_worker(int in, int out)
{
	if (fchdir(run.sources.in) < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(messages_fd(), STDERR_FILENO) < 0)
		_Exit(126);
	signal(SIGPIPE, SIG_DFL);
	execvp(run.worker[0], run.worker);
	_Exit(127);
}

/* A short pipe for the names, so that the documents are shared out as the pipelines get on. */
static void
start(struct pipeline *w)
{
	int in[2], out[2];

	open_pipe(in);
	open_pipe(out);
	messages_fd();
	w->pid = fork();
	if (w->pid < 0)
		give_up("no process:");
	if (w->pid == 0)
		become_worker(in[0], out[1]);
	close(in[0]);
	close(out[1]);
	w->in = in[1];
	w->out = out[0];
	fcntl(w->in, F_SETFL, O_NONBLOCK);
#ifdef F_SETPIPE_SZ
	(void)fcntl(w->in, F_SETPIPE_SZ, 4096);
#endif
	w->fed = (struct queue){0};
	w->ended = w->clean = w->broken = 0;
	w->temp_fd = -1;
	w->now = (struct result){0};
	buf_clear(&w->names);
	buf_clear(&w->came);
	w->cut = w->searched = 0;
	all.alive++;
}

static size_t
wanted(void)
{
	size_t few = run.todo.n / FEW, little = (size_t)(run.todo.bytes / FEW_BYTES);
	size_t n = 1 + (few < little ? few : little);

	return n < (size_t)run.jobs ? n : (size_t)run.jobs;
}

static void
start_wanted(void)
{
	int i;

	for (i = 0; i < run.jobs && run.todo.n && all.alive < wanted(); i++)
		if (!all.w[i].pid)
			start(&all.w[i]);
}

/* The end */

static void take(struct pipeline *w);

/* No document is to blame for machines that cannot be reached, or have no suite: do they convert an empty one? */
static void
try_hosts(void)
{
	struct pipeline w = {0};
	off_t from = messages_end();

	start(&w);
	pipeline_end_names(&w);
	pipeline_feed(&w);
	while (w.pid)
		take(&w);
	if (w.clean)
		return;
	messages_repeat(from);
	give_up("--sshlogin %s: nothing is converted there, not even an empty document", run.hosts);
}

static void
give_back(struct doc *d)
{
	if (++d->ends < CRASH) {
		queue_add(&run.todo, d);
		return;
	}
	if (run.hosts)
		try_hosts();
	if (d->garbled)
		store_bad(d, "garbled", "what came back from the filters was not whole; not stored");
	else
		store_bad(d, "crash", "a filter did not survive it");
}

/* What was in a pipeline that has died goes into another one. */
static void
failed(struct pipeline *w, int status)
{
	char why[80];
	struct doc *d;

	if (WIFEXITED(status) && WEXITSTATUS(status) >= 126)
		give_up("%s: cannot be run", run.worker[0]);
	snprintf(why, sizeof(why), "a pipeline ended with status %d and %zu documents in it",
		WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), w->fed.n + (w->ready != NULL));
	log_retry(why);
	if (++all.failures == 1)
		all.said = messages_end();
	if (all.failures >= HOPELESS) {
		messages_repeat(all.said);
		give_up("%zu pipelines in a row have died", all.failures);
	}
	pipeline_forget(w);
	if (w->ready) {
		temp_remove(w->result.temp);
		d = w->ready;
		w->ready = NULL;
		give_back(d);
	}
	while ((d = queue_take(&w->fed)))
		give_back(d);
}

static void
end(struct pipeline *w)
{
	int status = 0;

	close(w->out);
	if (w->in >= 0)
		pipeline_stop_feeding(w);
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	w->pid = 0;
	all.alive--;
	if (!w->clean)
		failed(w, status);
}

static void
take(struct pipeline *w)
{
	ssize_t n = read(w->out, pipeline_room(w, BLOCK), BLOCK);

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n > 0 && pipeline_took(w, (size_t)n))
		all.failures = 0;
	if (n <= 0 || w->broken)
		end(w);
}

static void
wait_and_work(void)
{
	int i;

	for (i = 0; i < run.jobs; i++) {
		struct pipeline *w = &all.w[i];

		all.p[2 * i] = (struct pollfd){.fd = w->pid ? w->in : -1, .events = POLLOUT};
		all.p[2 * i + 1] = (struct pollfd){.fd = w->pid ? w->out : -1, .events = POLLIN};
	}
	if (poll(all.p, 2 * (nfds_t)run.jobs, 200) < 0)
		return;
	for (i = 0; i < run.jobs; i++) {
		if (all.p[2 * i].revents)
			pipeline_feed(&all.w[i]);
		if (all.p[2 * i + 1].revents)
			take(&all.w[i]);
	}
}

void
forget_unfinished(void)
{
	int i;

	for (i = 0; all.w && i < run.jobs; i++)
		if (all.w[i].pid)
			pipeline_forget(&all.w[i]);
}

void
convert_all(void)
{
	all.w = emalloc((size_t)run.jobs * sizeof(*all.w));
	all.p = emalloc(2 * (size_t)run.jobs * sizeof(*all.p));
	memset(all.w, 0, (size_t)run.jobs * sizeof(*all.w));
	signal(SIGPIPE, SIG_IGN);
	do {
		while (run.todo.n || all.alive) {
			start_wanted();
			wait_and_work();
			store_group(0);
			progress(0);
			if (interrupted) {
				store_group(1);
				give_up("interrupted by signal %d", interrupted);
			}
		}
		store_group(1);
	} while (run.todo.n);
}
