/* progress.c - how far a program has come; see progress.h */
#include "stream/progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "stream/msg.h"
#include "stream/stage.h"

static struct {
	int wanted, asked, terminal;
	int shown;           /* a line about this document is there */
	const char *name;    /* of the document that is read; NULL: none is */
	unsigned long size, done;
	time_t begun, said;
} now;

static time_t
seconds(void)
{
	struct timespec t = {0};

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

void
progress_want(int asked)
{
	now.asked = asked;
	now.terminal = isatty(STDERR_FILENO);
	now.wanted = asked || (now.terminal && !isatty(STDOUT_FILENO));
}

void
progress_begin(const char *name, unsigned long size)
{
	if (!now.wanted)
		return;
	now.name = name;
	now.size = size;
	now.done = 0;
	now.shown = 0;
	now.begun = now.said = seconds();
}

/* On a terminal each line is written over the last one, and a message over it: it ends where it began. */
static void
show(void)
{
	struct buf line = {0};
	unsigned long most = now.size ? now.size : 1, percent = 100 * (now.done / most) + 100 * (now.done % most) / most;

	buf_addz(&line, "tanzaku: ");
	msg_plain(&line, slice_z(now.name));
	buf_addz(&line, ": ");
	if (now.size) {
		buf_addu(&line, percent < 100 ? percent : 100);
		buf_addz(&line, " % of ");
		buf_addu(&line, now.size);
	} else
		buf_addu(&line, now.done);
	buf_addz(&line, " bytes");
	buf_addz(&line, now.terminal ? "  \r" : "\n");
	fwrite(line.p, 1, line.n, stderr);
	fflush(stderr);
	buf_free(&line);
	now.shown = 1;
}

void
progress_read(size_t n)
{
	time_t t;

	if (!now.name)
		return;
	now.done += n;
	t = seconds();
	if (t == now.said || (!now.asked && t - now.begun < PROGRESS_AFTER))
		return;
	now.said = t;
	show();
}

void
progress_end(void)
{
	if (!now.name)
		return;
	if (now.asked && !now.size)
		now.size = now.done;
	if (now.asked || now.shown)
		show();
	if (now.shown && now.terminal)
		fputc('\n', stderr);
	now.name = NULL;
}

void
progress_waits(void)
{
	if (isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
		fprintf(stderr, "%s: reads what you type or paste here, up to Ctrl-D on a line of its own\n", stage->name);
}
