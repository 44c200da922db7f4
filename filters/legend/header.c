/* header.c - legends in the cells of a table's header, and behind headings; see legend/row.h */
#include <string.h>

#include "legend/cut.h"
#include "legend/group.h"
#include "legend/may.h"
#include "legend/prose.h"
#include "legend/row.h"
#include "stream/rec.h"

enum { HEADER_LIMIT = 1024 }; /* bytes */

static struct legend_line one; /* what was read last: large, and read once a header or a heading */

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

int
legend_header_may_be(struct slice fields)
{
	struct buf cell = {0};
	int may = 0;

	if (fields.n > HEADER_LIMIT || !is_utf8(fields))
		return 0;
	while (fields.n && !may) {
		const char *tab = memchr(fields.p, '\t', fields.n);
		size_t n = tab ? (size_t)(tab - fields.p) : fields.n;

		buf_clear(&cell);
		unesc(&cell, (struct slice){fields.p, n});
		may = cell.n && legend_cell_may_be(one_line(slice_of(&cell)));
		n += tab != NULL;
		fields = (struct slice){fields.p + n, fields.n - n};
	}
	buf_free(&cell);
	return may;
}

/* What the entries of the line that was read last define, if they are a legend. */
static void
line_defines(struct buf *to, unsigned long number)
{
	size_t i;

	if (one.n < 2)
		return;
	group_begin(one.kind == SEP_LOOSE ? ANNOUNCED_BESIDE : NOT_ANNOUNCED); /* its column is the title; the meanings must prove it */
	if (group_add(&one, 0) && group_is_legend())
		for (i = 0; i < one.n; i++)
			legend_define(to, number, one.e[i].mark, one.e[i].meaning);
}

static void
cell_defines(struct buf *to, struct slice cell, unsigned long number)
{
	if (cell.n == 0)
		return;
	cut_header = 1;
	legend_read(&one, one_line(cell));
	cut_header = 0;
	line_defines(to, number);
}

void
legend_head_defines(struct buf *to, struct slice title, unsigned long number)
{
	if (!is_utf8(title) || !legend_cell_may_be(title))
		return;
	legend_read(&one, title);
	if (one.bracketed)
		line_defines(to, number);
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
