/* leftout.c - documents that are left out, and notes about those that are not; see leftout.h */
#include "decode/leftout.h"

#include "stream/frame.h"

const char *
source_name(const struct source *s)
{
	return s->name;
}

static void
note(enum msg id, va_list ap)
{
	struct buf text = {0};

	msg_text(&text, id, ap);
	frame_warn(id, slice_of(&text));
	buf_free(&text);
}

/* In the frame, where it would have stood. */
static void
mark(const struct source *s, enum msg id, va_list ap)
{
	if (!s->framed)
		return;
	frame_unconverted(s->name, s->readers);
	note(id, ap);
}

void
leave_out(const struct source *s, enum msg id, ...)
{
	va_list ap, again;

	va_start(ap, id);
	va_copy(again, ap);
	vsay(id, (struct place){source_name(s), 0, 0}, ap);
	mark(s, id, again);
	va_end(again);
	va_end(ap);
}

void
leave_out_unsaid(const struct source *s, enum msg id, ...)
{
	va_list ap;

	raise_status(LOSSY);
	va_start(ap, id);
	mark(s, id, ap);
	va_end(ap);
}

void
note_document(enum msg id, ...)
{
	va_list ap;

	va_start(ap, id);
	note(id, ap);
	va_end(ap);
}

void
say_of(const struct source *s, enum msg id, ...)
{
	va_list ap, again;

	va_start(ap, id);
	va_copy(again, ap);
	vsay(id, (struct place){source_name(s), 0, 0}, ap);
	if (s->framed)
		note(id, again);
	va_end(again);
	va_end(ap);
}
