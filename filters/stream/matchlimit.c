/* matchlimit.c - lines on which a pattern gave up; see matchlimit.h */
#include "stream/matchlimit.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "stream/out.h"
#include "stream/warn.h"

/* Records that wait look like this: warn TAB LINE TAB … LF. */
static unsigned long
line_of(const char *record)
{
	return strtoul(record + sizeof("warn"), NULL, 10);
}

static const char *
next_record(const char *p, const char *end)
{
	return (const char *)memchr(p, '\n', (size_t)(end - p)) + 1;
}

static int
is_known(unsigned long line)
{
	const char *p = stage->limits.p, *end = p + stage->limits.n;

	for (; p < end; p = next_record(p, end))
		if (line_of(p) == line)
			return 1;
	return line == stage->limit_written;
}

static void
add(struct place at, ...)
{
	va_list ap;

	va_start(ap, at);
	add_warn(&stage->limits, MSG_MATCH_LIMIT, at, ap);
	va_end(ap);
}

void
limit_hit(struct place at)
{
	if (!at.file)
		at = (struct place){stage->file, stage->line, 0};
	stage->gave_up++;
	if (!is_known(at.line))
		add(at, stage->name);
}

void
limits_reading(const char *file, unsigned long line)
{
	stage->file = file;
	stage->line = line;
}

void
limits_take(struct buf *to, unsigned long line)
{
	struct buf *all = &stage->limits;
	const char *p = all->p, *end = p + all->n, *next;
	size_t left = 0;

	for (; p < end; p = next) {
		next = next_record(p, end);
		if (line_of(p) < line) {
			stage->limit_written = line_of(p);
			buf_add(to, p, (size_t)(next - p));
		} else {
			memmove(all->p + left, p, (size_t)(next - p));
			left += (size_t)(next - p);
		}
	}
	all->n = left;
	if (line == ULONG_MAX) /* the end of a document */
		stage->limit_written = 0;
}

void
limits_write(unsigned long line)
{
	struct buf records = {0};

	limits_take(&records, line);
	outs(slice_of(&records));
	buf_free(&records);
}

static void
text_of_own(struct buf *to, ...)
{
	va_list ap;

	va_start(ap, to);
	msg_text(to, MSG_MATCH_LIMIT, ap);
	va_end(ap);
}

int
limit_is_own(const struct rec *r)
{
	struct buf text = {0};
	size_t n;
	int own;

	if (!is_warn(r, MSG_MATCH_LIMIT))
		return 0;
	n = strlen(msg_code(MSG_MATCH_LIMIT)) + 1;
	text_of_own(&text, stage->name);
	own = slice_eq(slice_of(&text), (struct slice){r->rest.p + n, r->rest.n - n});
	buf_free(&text);
	return own;
}
