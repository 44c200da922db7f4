/* tabs.c - tabs that part no cells; see tabs.h */
#include "split/tabs.h"

#include <string.h>

#include "split/markdown.h"

/* Looking ahead moves *LINE: a copy of it stays. */
static void
keep(struct tabs *t, struct slice *line)
{
	buf_clear(&t->copy);
	buf_adds(&t->copy, *line);
	*line = slice_of(&t->copy);
}

/* Tabs stand before or behind all else in LINE, that it is quoted aside, and nowhere else. */
static int
are_around_all(struct slice line)
{
	size_t i = 0, end = line.n;

	while (i < end && strchr(" \t>", line.p[i]))
		i++;
	while (end > i && strchr(" \t\r", line.p[end - 1]))
		end--;
	return !memchr(line.p + i, '\t', end - i);
}

/* The next line of text has cells. */
static int
row_follows(struct lines *in)
{
	struct line l;
	size_t i = 0;

	do
		if (!lines_peek(in, i++, &l) || l.kind == LINE_HEADER)
			return 0;
	while (l.kind == LINE_NOTE);
	return memchr(l.text.p, '\t', l.text.n) && !are_around_all(l.text) && !markdown_heading(l.text);
}

/* Tabs before the only words of a line are an indent, and behind them nothing, but next to a row. */
int
tabs_indent(struct tabs *t, const struct blocks *b, int beside_row, struct lines *in, struct slice *line)
{
	if (!are_around_all(*line))
		return markdown_is_blank(*line);
	if (b->n || markdown_is_blank(*line))
		return 1;
	if (beside_row)
		return 0;
	keep(t, line);
	return !row_follows(in);
}

/* Number signs, and all tabs of *LINE right behind them, not next to a row, where # is the name of a column: a heading. */
int
tabs_in_heading(struct tabs *t, const struct blocks *b, int beside_row, struct lines *in, struct slice *line)
{
	struct slice s = *line;
	unsigned level = markdown_heading(s);

	if (!level || b->fence.c || beside_row)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	s = (struct slice){s.p + level, s.n - level};
	markdown_outdent(&s, s.n);
	if (s.n == 0 || memchr(s.p, '\t', s.n))
		return 0;
	keep(t, line);
	return !row_follows(in);
}
