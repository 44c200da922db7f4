/* header.c - legends in the cells of a table's header; see legend/row.h */
#include <string.h>

#include "legend/cut.h"
#include "legend/group.h"
#include "legend/prose.h"
#include "legend/row.h"

enum { HEADER_LIMIT = 1024 }; /* bytes */

int
legend_header_may_be(struct slice fields)
{
	const char *p = fields.p, *end = p + fields.n;

	if (fields.n == 0 || fields.n > HEADER_LIMIT)
		return 0;
	while ((p = memchr(p, '\xe2', (size_t)(end - p)))) /* ① is E2 91 A0 */
		if (++p < end && *p == '\x91')
			return 1;
	return legend_cell_may_be(fields);
}

/* A cell of several lines is read as one line. */
static struct slice
one_line(struct slice cell)
{
	static struct buf b;
	size_t i;

	buf_clear(&b);
	buf_adds(&b, cell);
	for (i = 0; i < b.n; i++)
		if (b.p[i] == '\n' || b.p[i] == '\r' || b.p[i] == '"')
			b.p[i] = ' ';
	return slice_of(&b);
}

static void
cell_defines(struct buf *to, struct slice cell, unsigned long number)
{
	static struct legend_line l;
	size_t i;

	if (cell.n == 0)
		return;
	cut_header = 1;
	legend_read(&l, one_line(cell));
	cut_header = 0;
	if (l.n < 2)
		return;
	group_begin(l.kind == SEP_LOOSE ? ANNOUNCED_BESIDE : NOT_ANNOUNCED); /* its column is the title; the meanings must prove it */
	if (group_add(&l, 0) && group_is_legend())
		for (i = 0; i < l.n; i++)
			legend_define(to, number, l.e[i].mark, l.e[i].meaning);
}

void
legend_header_defines(struct buf *to, struct slice text, unsigned long number)
{
	while (text.n) {
		const char *tab = memchr(text.p, '\t', text.n);
		size_t n = tab ? (size_t)(tab - text.p) : text.n;

		cell_defines(to, (struct slice){text.p, n}, number);
		n += tab != NULL;
		text = (struct slice){text.p + n, text.n - n};
	}
}
