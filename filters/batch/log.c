/* log.c - what happened to each document, as JSON Lines; see batch.h */
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "batch/batch.h"
#include "stream/frame.h"
#include "stream/jw.h"
#include "stream/msg.h"

static struct {
	int fd;
	struct buf text; /* not yet written */
	struct buf name; /* of a document, in UTF-8 */
	struct timespec started;
} the_log = {.fd = -1};

double
run_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - the_log.started.tv_sec) + (double)(now.tv_nsec - the_log.started.tv_nsec) / 1e9;
}

/* Does the log end in the middle of a line, for want of space? */
static int
torn(const char *file)
{
	struct stat st;
	char last = '\n';
	int fd;

	if (fstat(the_log.fd, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size == 0 || (fd = open(file, O_RDONLY | O_CLOEXEC)) < 0)
		return 0;
	if (pread(fd, &last, 1, st.st_size - 1) < 0)
		last = '\n';
	close(fd);
	return last != '\n';
}

void
log_open(const char *file)
{
	clock_gettime(CLOCK_MONOTONIC, &the_log.started);
	if (!file)
		return;
	the_log.fd = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (the_log.fd < 0)
		die("--log %s:", file);
	if (torn(file))
		jw_lit(&the_log.text, "\n");
}

/* Each time whole lines: another program may write to the same log. */
void
log_flush(void)
{
	size_t n = the_log.text.n;

	buf_clear(&the_log.text);
	if (the_log.fd < 0 || n == 0 || write_all(the_log.fd, the_log.text.p, n) == 0)
		return;
	close(the_log.fd);
	the_log.fd = -1;
	give_up("--log: write failed:");
}

/* Values: plain text; the name of a document, whose bytes may be any. */

static void
add_string(struct buf *to, const char *key, const char *value)
{
	buf_clear(&the_log.name);
	frame_name(&the_log.name, value); /* makes it UTF-8 */
	jw_lit(to, ",\"");
	buf_addz(to, key);
	jw_lit(to, "\":");
	jw_text(to, slice_of(&the_log.name));
}

static void
add_count(struct buf *to, const char *key, unsigned long long u)
{
	jw_lit(to, ",\"");
	buf_addz(to, key);
	jw_lit(to, "\":");
	buf_addu(to, (unsigned long)u);
}

static void
add_output(struct buf *to, const struct entry *e)
{
	buf_addz(to, e->form ? ",\"output\":\"stale\"" : ",\"output\":null");
}

static struct buf *
event(const char *name)
{
	char now[32];
	time_t t = time(NULL);

	strftime(now, sizeof(now), "%Y-%m-%dT%H:%M:%SZ", gmtime(&t));
	jw_lit(&the_log.text, "{\"time\":\"");
	buf_addz(&the_log.text, now);
	jw_lit(&the_log.text, "\",\"event\":\"");
	buf_addz(&the_log.text, name);
	jw_lit(&the_log.text, "\"");
	return &the_log.text;
}

static void
end_event(void)
{
	jw_lit(&the_log.text, "}\n");
	if (the_log.fd < 0)
		buf_clear(&the_log.text);
}

void
log_begin(void)
{
	struct buf *b = event("begin");

	add_string(b, "version", TANZAKU_VERSION);
	add_string(b, "outdir", run.out.real);
	add_count(b, "pid", (unsigned long)getpid());
	end_event();
}

void
log_doc(const char *what, const char *name)
{
	add_string(event(what), "doc", name);
	end_event();
}

void
log_left_out(const char *name, const char *why)
{
	struct buf *b = event("left-out");

	add_string(b, "doc", name);
	add_string(b, "message", why);
	end_event();
}

void
log_waits(const char *name, long seconds)
{
	struct buf *b = event("waits");

	add_string(b, "doc", name);
	add_count(b, "changed", (unsigned long)seconds);
	end_event();
}

void
log_converted(const struct doc *d, unsigned long warnings)
{
	struct buf *b = event("converted");

	add_string(b, "doc", d->name);
	add_count(b, "bytes", d->size);
	add_count(b, "warnings", warnings);
	add_count(b, "rows", d->rows);
	end_event();
}

void
bad_line(struct buf *to, const struct entry *e)
{
	size_t from;

	jw_lit(to, "{");
	from = to->n;
	add_string(to, "doc", e->name);
	memmove(to->p + from, to->p + from + 1, to->n - from - 1); /* the first has no comma */
	to->n--;
	add_string(to, "code", e->code);
	add_string(to, "message", e->message);
	add_output(to, e);
	jw_lit(to, "}\n");
}

void
log_bad(const struct entry *e)
{
	struct buf *b = event("bad");

	add_string(b, "doc", e->name);
	add_string(b, "code", e->code);
	add_string(b, "message", e->message);
	add_output(b, e);
	end_event();
}

void
log_retry(const char *why)
{
	add_string(event("retry"), "message", why);
	end_event();
}

void
log_said(const char *lines)
{
	add_string(event("said"), "message", lines);
	end_event();
}

void
log_forget(void)
{
	buf_clear(&the_log.text);
}

void
log_end(int status, const char *message)
{
	struct buf *b = event("end");
	char took[32];

	add_count(b, "status", (unsigned long)status);
	add_count(b, "documents", run.documents);
	add_count(b, "converted", run.converted);
	add_count(b, "warned", run.warned);
	add_count(b, "rowless", run.rowless);
	add_count(b, "unchanged", run.unchanged);
	add_count(b, "waiting", run.waiting);
	add_count(b, "excluded", run.excluded);
	add_count(b, "bad", run.bad);
	add_count(b, "gone", run.gone);
	add_count(b, "pruned", run.pruned);
	snprintf(took, sizeof(took), "%.3f", run_seconds());
	jw_lit(b, ",\"seconds\":");
	buf_addz(b, took);
	if (message)
		add_string(b, "message", message);
	end_event();
	log_flush();
}
