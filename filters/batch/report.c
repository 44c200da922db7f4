/* report.c - what a run says on standard error: progress, summary, why it stops; see batch.h */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "batch/batch.h"
#include "stream/msg.h"
#include "stream/stage.h"

/* On a terminal only: count, rate, time left. */
void
progress(int last)
{
	static double shown;
	static int terminal = -1;
	double now;
	size_t left;

	if (terminal < 0)
		terminal = !run.quiet && isatty(STDERR_FILENO);
	if (!terminal)
		return;
	now = run_seconds();
	if (last && shown > 0)
		fputs("\r\033[K", stderr);
	if (last || now < shown + 0.2)
		return;
	shown = now;
	left = run.documents - run.unchanged - run.bad - run.converted;
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
tell(const char *name, const char *why, size_t of_them)
{
	static struct buf plain;

	if (of_them > SOME_NAMES + 1)
		return;
	buf_addz(&run.told, "tanzaku-batch: ");
	if (of_them > SOME_NAMES) {
		buf_addz(&run.told, "more of them\n");
		return;
	}
	buf_clear(&plain);
	buf_addz(&plain, name);
	msg_plain(&run.told, slice_of(&plain));
	buf_addz(&run.told, ": ");
	buf_clear(&plain);
	buf_addz(&plain, why);
	msg_plain(&run.told, slice_of(&plain));
	buf_addc(&run.told, '\n');
}

static int
by_text(const void *pa, const void *pb)
{
	const struct slice *a = pa, *b = pb;
	int c = memcmp(a->p, b->p, a->n < b->n ? a->n : b->n);

	return c ? c : (a->n > b->n) - (a->n < b->n);
}

/* The lines that have been told, in order: pipelines run side by side, and a rerun is to say the same. */
static void
print_told(void)
{
	static struct slice line[4 * (SOME_NAMES + 1)];
	const char *p = run.told.p, *end = p + run.told.n, *lf;
	size_t n = 0, i;

	for (; p < end && n < sizeof(line) / sizeof(*line); p = lf + 1) {
		lf = memchr(p, '\n', (size_t)(end - p));
		line[n++] = (struct slice){p, (size_t)(lf + 1 - p)};
	}
	if (n)
		qsort(line, n, sizeof(*line), by_text);
	for (i = 0; i < n; i++)
		fwrite(line[i].p, 1, line[i].n, stderr);
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
	print_told();
	fprintf(stderr, "tanzaku-batch: %s: %zu documents: %zu converted", run.out.path, run.documents, run.converted);
	part(run.rowless ? " (%zu with warnings," : " (%zu with warnings)", run.warned);
	part(run.warned ? " %zu without a row)" : " (%zu without a row)", run.rowless);
	fprintf(stderr, ", %zu unchanged", run.unchanged);
	part(", %zu bad", run.bad);
	part(", %zu that cannot be looked at", run.unseen);
	part(", %zu gone", run.gone);
	part(", %zu pruned", run.pruned);
	if (run.bad)
		fprintf(stderr, "; see %s/" STATE_DIRECTORY "/bad.jsonl", run.out.path);
	fputc('\n', stderr);
}

void
give_up(const char *fmt, ...)
{
	static char why[1024];
	int reason = errno;
	size_t n;
	va_list ap;

	if (!*why) { /* else that what is complete cannot be saved, either */
		va_start(ap, fmt);
		vsnprintf(why, sizeof(why), fmt, ap);
		va_end(ap);
		n = strlen(why);
		if (n && why[n - 1] == ':')
			snprintf(why + n, sizeof(why) - n, " %s", strerror(reason));
		progress(1);
		fprintf(stderr, "%s: %s; stopped\n", stage->name, why);
		forget_unfinished();
		store_rescue();
	}
	log_end(2, why);
	_Exit(2);
}
