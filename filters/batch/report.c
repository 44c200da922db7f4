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

static void
part(const char *format, size_t n)
{
	if (n)
		fprintf(stderr, format, n);
}

void
summary(void)
{
	fwrite(run.told.p ? run.told.p : "", 1, run.told.n, stderr);
	fprintf(stderr, "tanzaku-batch: %s: %zu documents: %zu converted", run.out.path, run.documents, run.converted);
	part(" (%zu with warnings)", run.warned);
	part(" (%zu without a row)", run.rowless);
	fprintf(stderr, ", %zu unchanged", run.unchanged);
	part(", %zu bad", run.bad);
	part(", %zu not to be looked at", run.unseen);
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
