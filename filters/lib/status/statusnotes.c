/* statusnotes.c - the records that are held back; see statusnotes.h */
#include "statusnotes.h"

#include <stdarg.h>

#include "out.h"
#include "rec.h"

static struct buf added, warned;

void
notes_flush(void)
{
	outs(slice_of(&added));
	outs(slice_of(&warned));
	buf_clear(&added);
	buf_clear(&warned);
}

void
notes_forget(void)
{
	buf_clear(&added);
	buf_clear(&warned);
}

static void
add_head(struct buf *to, const char *kind, unsigned long line)
{
	buf_addz(to, kind);
	buf_addc(to, '\t');
	buf_addu(to, line);
}

static void
add_field(struct buf *to, struct slice escaped)
{
	buf_addc(to, '\t');
	buf_adds(to, escaped);
}

void
notes_rank(struct buf *to, unsigned long rank)
{
	buf_addc(to, '\t');
	if (rank)
		buf_addu(to, rank);
}

void
notes_warn(enum msg id, struct place at, ...)
{
	va_list ap;

	va_start(ap, at);
	add_warn(&warned, id, at, ap);
	va_end(ap);
}

void
notes_status(unsigned long line, size_t column, struct slice raw, struct slice suffix)
{
	add_head(&added, "status", line);
	buf_addc(&added, '\t');
	buf_addu(&added, column);
	add_field(&added, raw);
	add_field(&added, suffix);
	buf_addc(&added, '\n');
}

void
notes_grade(unsigned long line, struct slice code, unsigned long rank)
{
	add_head(&added, "grade", line);
	add_field(&added, code);
	notes_rank(&added, rank);
	buf_addc(&added, '\n');
}

size_t
notes_added(void)
{
	return added.n;
}

size_t
notes_warned(void)
{
	return warned.n;
}
