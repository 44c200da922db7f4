/* pos.c - places in the source; see pos.h */
#include "pos.h"

#include <string.h>

#include "jw.h"
#include "utf8.h"

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

static void
put(struct buf *to, struct pos p)
{
	jw_lit(to, "{\"line\":");
	buf_addu(to, p.line);
	jw_key(to, "column");
	buf_addu(to, p.column);
	buf_addc(to, '}');
}

void
pos_write(struct buf *to, struct pos start, struct pos end)
{
	jw_key(to, "position");
	jw_lit(to, "{\"start\":");
	put(to, start);
	jw_key(to, "end");
	put(to, end);
	buf_addc(to, '}');
}
