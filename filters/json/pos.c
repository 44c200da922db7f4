/* pos.c - places in the source; see pos.h */
#include "json/pos.h"

#include <string.h>

#include "stream/jw.h"
#include "base/utf8.h"

struct pos
pos_after(struct pos p, struct slice fields)
{
	const char *s = fields.p, *end = s + fields.n, *b;

	while (s < end && (b = memchr(s, '\\', (size_t)(end - s)))) {
		char c = b + 1 < end ? b[1] : 0;

		p.column += utf8_count(s, (size_t)(b - s)) + 1;
		if (c == 'n')
			p = (struct pos){p.line + 1, 1};
		s = b + (c == 'n' || c == 't' || c == 'r' || c == '\\' ? 2 : 1);
	}
	p.column += utf8_count(s, (size_t)(end - s));
	return p;
}

struct pos
pos_behind_escapes(struct pos p, struct slice fields)
{
	const char *s = fields.p, *end = s + fields.n, *b;

	while (s < end && (b = memchr(s, '\\', (size_t)(end - s)))) {
		if (b + 1 < end && b[1] == 'n')
			p = (struct pos){p.line + 1, 1};
		s = b + (b + 1 < end ? 2 : 1);
	}
	return p;
}

static char *
put(char *d, struct pos p)
{
	d = jw_digits(JW_COPY(d, "{\"line\":"), p.line);
	d = jw_digits(JW_COPY(d, ",\"column\":"), p.column);
	return JW_COPY(d, "}");
}

void
pos_write(struct buf *to, struct pos start, struct pos end)
{
	enum { ROOM = 4 * JW_DIGITS + 96 };
	char *d;

	buf_room(to, ROOM);
	d = JW_COPY(to->p + to->n, ",\"position\":{\"start\":");
	d = JW_COPY(put(d, start), ",\"end\":");
	d = JW_COPY(put(d, end), "}");
	to->n = (size_t)(d - to->p);
}
