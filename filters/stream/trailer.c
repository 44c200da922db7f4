/* trailer.c - the line behind a document's JSON; see trailer.h */
#include "stream/trailer.h"

#include "stream/msg.h"

void
trailer_begin(struct trailer *t)
{
	t->failed = 0;
	t->warnings = t->rows = t->bytes = t->line = 0;
	buf_clear(&t->code);
	buf_clear(&t->message);
}

void
trailer_warning(struct trailer *t, unsigned long line, struct slice code, struct slice message)
{
	int first = t->warnings == 0, why = msg_level(code) == BAD && t->failed;

	if (msg_level(code) == CLEAN)
		return;
	t->warnings++;
	if (!first && !why)
		return;
	buf_clear(&t->code);
	buf_clear(&t->message);
	t->line = line;
	buf_adds(&t->code, code);
	buf_adds(&t->message, message);
}

void
trailer_write(struct buf *to, const struct trailer *t, struct slice name, int failed, unsigned long more)
{
	buf_addc(to, RS);
	buf_adds(to, name);
	buf_addz(to, failed || t->failed ? "\tfailed\t" : "\tok\t");
	buf_addu(to, t->warnings + more);
	buf_addc(to, '\t');
	buf_addu(to, t->rows);
	buf_addc(to, '\t');
	buf_addu(to, t->bytes);
	if (t->code.n) {
		buf_addc(to, '\t');
		buf_addu(to, t->line);
		buf_addc(to, '\t');
		buf_adds(to, slice_of(&t->code));
		buf_addc(to, '\t');
		buf_adds(to, slice_of(&t->message));
	}
	buf_addc(to, '\n');
}
