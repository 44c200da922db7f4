/* report.c - what a run says on standard error: progress, summary, why it stops; see batch.h */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/news.h"
#include "stream/msg.h"
#include "stream/stage.h"

static struct {
	double shown;   /* progress, at this second of the run */
	int terminal;   /* -1: not asked yet */
	char why[1024]; /* it has been given up */
} said = {.terminal = -1};

/* On a terminal only: count, rate, time left. */
void
progress(int last)
{
	double now;
	size_t left;

	if (said.terminal < 0)
		said.terminal = !run.quiet && isatty(STDERR_FILENO);
	if (!said.terminal)
		return;
	now = run_seconds();
	if (last && said.shown > 0)
		fputs("\r\033[K", stderr);
	if (last || now < said.shown + 0.2)
		return;
	said.shown = now;
	left = run.documents - run.unchanged - run.waiting - run.bad - run.converted;
	fprintf(stderr, "\r%zu of %zu documents", run.documents - left, run.documents);
	if (run.converted) {
		double rate = (double)run.converted / now;
		unsigned long wait = (unsigned long)((double)left / rate);

		fprintf(stderr, ", %.0f/s, %lu:%02lu left", rate, wait / 60, wait % 60);
	}
	fputs("\033[K", stderr);
	fflush(stderr);
}

void
say_line(const char *fmt, ...)
{
	struct buf text = {0}, plain = {0};
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	buf_room(&text, (size_t)n + 1);
	vsnprintf(text.p, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(ap);
	text.n = (size_t)n;
	buf_addz(&plain, stage->name);
	buf_addz(&plain, ": ");
	msg_plain(&plain, slice_of(&text));
	buf_addc(&plain, '\n');
	fwrite(plain.p, 1, plain.n, stderr);
	buf_free(&text);
	buf_free(&plain);
}

static void
part(const char *format, size_t n)
{
	if (n)
		fprintf(stderr, format, n);
}

void
summary(void)
{
	news_print();
	fprintf(stderr, "tanzaku-batch: %s: %zu documents: %zu %s", run.out.path, run.documents, run.converted,
		run.dry ? "to convert" : "converted");
	part(run.rowless ? " (%zu with warnings," : " (%zu with warnings)", run.warned);
	part(run.warned ? " %zu without a row)" : " (%zu without a row)", run.rowless);
	fprintf(stderr, ", %zu unchanged", run.unchanged);
	part(", %zu waiting", run.waiting);
	part(", %zu bad", run.bad);
	part(", %zu gone", run.gone);
	part(run.dry ? ", %zu to prune" : ", %zu pruned", run.pruned);
	part(", %zu excluded", run.excluded);
	if (run.dry)
		fputs("; nothing is written", stderr);
	else if (run.bad)
		fprintf(stderr, "; see %s/" STATE_DIRECTORY "/bad.jsonl", run.out.path);
	fputc('\n', stderr);
}

void
give_up(const char *fmt, ...)
{
	int reason = errno;
	size_t n;
	va_list ap;

	if (!*said.why) { /* else that what is complete cannot be saved, either */
		va_start(ap, fmt);
		vsnprintf(said.why, sizeof(said.why), fmt, ap);
		va_end(ap);
		n = strlen(said.why);
		if (n && said.why[n - 1] == ':')
			snprintf(said.why + n, sizeof(said.why) - n, " %s", strerror(reason));
		progress(1);
		news_print(); /* what the next run will not say again */
		say_line("%s; stopped", said.why);
		if (run.dry)
			_Exit(2);
		forget_unfinished();
		store_rescue();
	}
	log_end(2, said.why);
	_Exit(2);
}
