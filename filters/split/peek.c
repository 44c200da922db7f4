/* peek.c - lines of text ahead; see peek.h */
#include "split/peek.h"

int
peek_line(struct lines *in, size_t *i, struct line *l)
{
	do
		if (!lines_peek(in, (*i)++, l) || l->kind == LINE_HEADER || l->cut)
			return 0;
	while (l->kind == LINE_NOTE);
	return lines_is_utf8(in, *i - 1, l->text);
}
