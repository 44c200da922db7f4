/* peek.c - lines of text ahead; see peek.h */
#include "split/peek.h"

#include "base/utf8.h"

int
peek_line(struct lines *in, size_t *i, struct line *l)
{
	do
		if (!lines_peek(in, (*i)++, l) || l->kind == LINE_HEADER || l->cut)
			return 0;
	while (l->kind == LINE_NOTE);
	return lines_is_utf8(in, *i - 1, l->text);
}

size_t
peek_quoted(struct lines *in, struct cells *c)
{
	struct line l;
	size_t i;

	for (i = 0; c->open; i++) {
		if (!lines_peek(in, i, &l) || l.kind == LINE_HEADER || l.cut)
			return 0;
		if (l.kind == LINE_NOTE)
			continue;
		if (utf8_valid(l.text.p, l.text.n) != l.text.n || !cells_more(c, l.text))
			return 0;
	}
	return i;
}
