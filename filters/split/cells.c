/* cells.c - separators and a spreadsheet's quotes; see cells.h */
#include "split/cells.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

static void
add_cell(struct cells *c, size_t from, size_t to)
{
	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 16;
		c->c = erealloc(c->c, c->cap * sizeof(*c->c));
	}
	c->c[c->n++] = (struct cell){from, to};
}

static struct slice
between(const struct cells *c)
{
	return c->between.n ? c->between : (struct slice){"\t", 1};
}

static int
ends_cell(const struct cells *c, size_t at)
{
	struct slice b = between(c);

	return at == c->text.n || (c->text.n - at >= b.n && memcmp(c->text.p + at, b.p, b.n) == 0);
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

/* Where the cell that begins at FROM ends, without regard to quotes. */
static size_t
next_end(const struct cells *c, size_t from)
{
	const char first = *between(c).p, *p = c->text.p + from, *end = c->text.p + c->text.n;

	while (p < end && (p = memchr(p, first, (size_t)(end - p)))) {
		if (ends_cell(c, (size_t)(p - c->text.p)))
			return (size_t)(p - c->text.p);
		p++;
	}
	return c->text.n;
}

/* Whether the text from FROM to TO can be one cell of several lines. A tab in it says that a mark just stood
 * at FROM: spreadsheets have no tabs in their cells. Other separators, which the user named, may be quoted. */
static int
holds_together(const struct cells *c, size_t from, size_t to)
{
	return c->between.n || next_end(c, from) >= to;
}

/* The cell that begins at FROM with a quotation mark: where it ends, or 0 if it is still open. */
static size_t
quoted_cell(struct cells *c, size_t from)
{
	size_t at = from + 1;

	switch (find_close(c, &at)) {
	case CLOSED:
		return at;
	case OPEN:
		if (holds_together(c, from, c->text.n)) {
			c->open = 1;
			c->from = from;
			return 0;
		}
		break;
	case NO_QUOTES:
		break;
	}
	return next_end(c, from);
}

/* Cells from FROM to the end of the text, or to one that stays open. */
static void
split_from(struct cells *c, size_t from)
{
	for (;;) {
		int quote = from < c->text.n && c->text.p[from] == '"';
		size_t to = quote ? quoted_cell(c, from) : next_end(c, from);

		if (c->open)
			return;
		add_cell(c, from, to);
		if (to == c->text.n)
			return;
		from = to + between(c).n;
	}
}

/* LINE without the CR at its end, if it has one: of that C takes note. */
static struct slice
without_cr(struct cells *c, struct slice line)
{
	c->cr = line.n && line.p[line.n - 1] == '\r';
	line.n -= (size_t)c->cr;
	return line;
}

void
cells_begin(struct cells *c, struct slice line)
{
	line = without_cr(c, line);
	buf_clear(&c->text);
	buf_adds(&c->text, line);
	c->first = line.n;
	c->first_cr = c->cr;
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
	size_t at;

	buf_addz(&c->text, c->cr ? "\r\n" : "\n");
	at = c->text.n;
	buf_adds(&c->text, without_cr(c, line));
	switch (find_close(c, &at)) {
	case CLOSED:
		break;
	case OPEN:
		return holds_together(c, c->from, c->text.n) && c->text.n - c->from <= QUOTED_LIMIT;
	case NO_QUOTES:
		return 0;
	}
	if (!holds_together(c, c->from, at))
		return 0;
	c->open = 0;
	add_cell(c, c->from, at);
	if (at < c->text.n)
		split_from(c, at + between(c).n);
	return 1;
}

void
cells_plain(struct cells *c)
{
	size_t from = 0, to;

	c->text.n = c->first;
	c->cr = c->first_cr;
	c->n = 0;
	c->open = 0;
	do {
		to = c->first ? next_end(c, from) : 0;
		add_cell(c, from, to);
		from = to + between(c).n;
	} while (to < c->first);
}

void
cells_spaced(struct cells *c, struct slice line)
{
	size_t i, len, from = 0, end = 0, blanks = 0; /* END: of the last word; BLANKS behind it */

	buf_clear(&c->text);
	buf_adds(&c->text, line);
	c->first = line.n;
	c->cr = 0;
	c->n = 0;
	c->open = 0;
	for (i = 0; i < line.n; i += len) {
		struct slice rest = {c->text.p + i, line.n - i};

		if ((len = blank_at(rest))) {
			blanks++;
			continue;
		}
		if (end == 0 || blanks >= 2) {
			if (end)
				add_cell(c, from, end);
			from = i;
		}
		utf8_next(rest.p, rest.n, &len);
		end = i + len;
		blanks = 0;
	}
	add_cell(c, from, end);
}

struct slice
cells_source(struct cells *c)
{
	if (c->cr)
		buf_addc(&c->text, '\r');
	c->cr = 0;
	return slice_of(&c->text);
}

struct slice
cells_get(const struct cells *c, size_t i)
{
	return (struct slice){c->text.p + c->c[i].from, c->c[i].to - c->c[i].from};
}
