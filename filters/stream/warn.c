/* warn.c - `warn` records; see warn.h */
#include "stream/warn.h"

#include <string.h>

#include "stream/out.h"

static void
add_record(struct buf *to, enum msg id, unsigned long line, va_list ap)
{
	struct buf text = {0};

	msg_text(&text, id, ap);
	buf_addz(to, "warn\t");
	buf_addu(to, line);
	buf_addc(to, '\t');
	buf_addz(to, msg_code(id));
	buf_addc(to, '\t');
	esc(to, slice_of(&text));
	buf_addc(to, '\n');
	buf_free(&text);
}

void
add_warn(struct buf *to, enum msg id, struct place at, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	vsay(id, at, ap);
	add_record(to, id, at.line, again);
	va_end(again);
}

void
add_warn_unsaid(struct buf *to, enum msg id, unsigned long line, ...)
{
	va_list ap;

	va_start(ap, line);
	add_record(to, id, line, ap);
	va_end(ap);
}

void
out_warn(enum msg id, struct place at, ...)
{
	struct buf record = {0};
	va_list ap;

	va_start(ap, at);
	add_warn(&record, id, at, ap);
	va_end(ap);
	outs(slice_of(&record));
	buf_free(&record);
}

int
warn_is(const struct rec *r, enum msg id)
{
	const char *code = msg_code(id);
	size_t n = strlen(code);

	return r->rest.n > n && memcmp(r->rest.p, code, n) == 0 && r->rest.p[n] == '\t';
}
