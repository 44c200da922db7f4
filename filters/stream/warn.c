/* warn.c - `warn` records; see warn.h */
#include "stream/warn.h"

#include <string.h>

#include "stream/out.h"

void
add_warn(struct buf *to, enum msg id, struct place at, va_list ap)
{
	struct buf text = {0};
	va_list again;

	va_copy(again, ap);
	vsay(id, at, ap);
	msg_text(&text, id, again);
	va_end(again);
	buf_addz(to, "warn\t");
	buf_addu(to, at.line);
	buf_addc(to, '\t');
	buf_addz(to, msg_code(id));
	buf_addc(to, '\t');
	esc(to, slice_of(&text));
	buf_addc(to, '\n');
	buf_free(&text);
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
