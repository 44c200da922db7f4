/* quote.c - cells in spreadsheet quotes; see quote.h */
#include "base/quote.h"

#include <string.h>

int
cell_unquote(struct buf *to, struct slice cell)
{
	const char *p, *end, *q;
	size_t n = to->n;

	if (cell.n < 2 || cell.p[0] != '"' || cell.p[cell.n - 1] != '"')
		return 0;
	p = cell.p + 1;
	end = cell.p + cell.n - 1;
	while ((q = memchr(p, '"', (size_t)(end - p)))) {
		if (q + 1 == end || q[1] != '"') {
			to->n = n;
			return 0;
		}
		buf_add(to, p, (size_t)(q + 1 - p));
		p = q + 2;
	}
	buf_add(to, p, (size_t)(end - p));
	return 1;
}

void
cell_quote(struct buf *to, struct slice text)
{
	size_t i;

	buf_addc(to, '"');
	for (i = 0; i < text.n; i++) {
		if (text.p[i] == '"')
			buf_addc(to, '"');
		buf_addc(to, text.p[i]);
	}
	buf_addc(to, '"');
}
