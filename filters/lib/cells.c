/* cells.c - tabs and a spreadsheet's quotes; see cells.h */
#include "cells.h"

#include <string.h>

static void
add_cell(struct cells *c, size_t from, size_t to)
{
	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 16;
		c->c = erealloc(c->c, c->cap * sizeof(*c->c));
	}
	c->c[c->n++] = (struct cell){from, to};
}

static int
ends_cell(const struct cells *c, size_t at)
{
	return at == c->text.n || c->text.p[at] == '\t';
}

enum quoted { CLOSED, OPEN, NO_QUOTES };

/* Looks from AT, inside quotes, for the mark that closes them; *AT is then behind it. */
static enum quoted
find_close(const struct cells *c, size_t *at)
{
	size_t i = *at;
	const char *mark;

	while ((mark = memchr(c->text.p + i, '"', c->text.n - i))) {
		i = (size_t)(mark - c->text.p) + 1;
		if (ends_cell(c, i)) {
			*at = i;
			return CLOSED;
		}
		if (c->text.p[i] != '"')
			return NO_QUOTES;
		i++;
	}
	return OPEN;
}

static size_t
next_tab(const struct cells *c, size_t from)
{
	const char *tab = memchr(c->text.p + from, '\t', c->text.n - from);

	return tab ? (size_t)(tab - c->text.p) : c->text.n;
}

/* The cell that begins at FROM with a quotation mark: where it ends, or 0 if it is still open. A tab
 * before the end of the line says that the mark just stands there: whoever quotes a cell of several
 * lines closes it before the next cell. */
static size_t
quoted_cell(struct cells *c, size_t from)
{
	size_t at = from + 1;

	switch (find_close(c, &at)) {
	case CLOSED:
		return at;
	case OPEN:
		if (next_tab(c, from) == c->text.n) {
			c->open = 1;
			c->from = from;
			return 0;
		}
		break;
	case NO_QUOTES:
		break;
	}
	return next_tab(c, from);
}

/* Cells from FROM to the end of the text, or to one that stays open. */
static void
split_from(struct cells *c, size_t from)
{
	for (;;) {
		int quote = from < c->text.n && c->text.p[from] == '"';
		size_t to = quote ? quoted_cell(c, from) : next_tab(c, from);

		if (c->open)
			return;
		add_cell(c, from, to);
		if (to == c->text.n)
			return;
		from = to + 1;
	}
}

void
cells_begin(struct cells *c, struct slice line)
{
	buf_clear(&c->text);
	buf_adds(&c->text, line);
	c->first = line.n;
	c->n = 0;
	c->open = 0;
	if (line.n)
		split_from(c, 0);
	else
		add_cell(c, 0, 0);
}

int
cells_more(struct cells *c, struct slice line)
{
	size_t at = c->text.n + 1;

	buf_addc(&c->text, '\n');
	buf_adds(&c->text, line);
	switch (find_close(c, &at)) {
	case CLOSED:
		break;
	case OPEN:
		return next_tab(c, c->from) == c->text.n && c->text.n - c->from <= QUOTED_LIMIT;
	case NO_QUOTES:
		return 0;
	}
	if (next_tab(c, c->from) < at)
		return 0;
	c->open = 0;
	add_cell(c, c->from, at);
	if (at < c->text.n)
		split_from(c, at + 1);
	return 1;
}

void
cells_plain(struct cells *c)
{
	size_t from = 0, to;

	c->text.n = c->first;
	c->n = 0;
	c->open = 0;
	do {
		to = c->first ? next_tab(c, from) : 0;
		add_cell(c, from, to);
		from = to + 1;
	} while (to < c->first);
}

struct slice
cells_get(const struct cells *c, size_t i)
{
	return (struct slice){c->text.p + c->c[i].from, c->c[i].to - c->c[i].from};
}
