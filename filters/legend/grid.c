/* grid.c - tables whose header says that they are a legend; see legend/grid.h */
#include "legend/grid.h"

#include <string.h>

#include "base/charset.h"
#include "base/memo.h"
#include "legend/cut.h"
#include "legend/line.h"
#include "legend/rules.h"
#include "stream/matchlimit.h"
#include "stream/rec.h"
#include "words/columns.h"

/* A legend's table has few columns, with short names. */
enum { COLUMNS = 5, NAME_MAX_BYTES = 60, NONE = COLUMNS };

/* What the name of a column says that its cells are. */
enum says { NOTHING, SIGNS, STATES, MEANINGS };

static struct {
	struct buf plain, text; /* of a field, folded */
	struct memo headers;
} kept;

static struct slice
folded(struct slice field)
{
	buf_clear(&kept.text);
	fold(&kept.text, unesc_tmp(&kept.plain, field));
	return slice_of(&kept.text);
}

static enum says
what_name_says(struct slice name)
{
	struct slice s;

	if (name.n == 0 || name.n > NAME_MAX_BYTES || !is_utf8(name))
		return NOTHING;
	buf_clear(&kept.text); /* its letters may stand apart */
	label_fold(&kept.text, name);
	s = slice_of(&kept.text);
	if (is_all(legend_rules.signs, s))
		return SIGNS;
	if (is_all(legend_rules.means, s))
		return MEANINGS;
	return is_all(legend_rules.states, s) ? STATES : NOTHING;
}

static size_t
first_that(const enum says *says, size_t n, size_t from, enum says what)
{
	size_t i;

	for (i = from; i < n && says[i] != what; i++)
		;
	return i < n ? i : NONE;
}

/* 記号 | 状態 | 説明: what a sign stands for is beside it; ステータス | 記号 | 意味: the words before it are another name. */
struct legend_grid
grid_of(const struct slice *cell, size_t n)
{
	enum says says[COLUMNS];
	struct legend_grid g = {0};
	size_t i;

	if (n < 2 || n > COLUMNS)
		return g;
	for (i = 0; i < n; i++)
		says[i] = what_name_says(cell[i]);
	g.mark = first_that(says, n, 0, SIGNS);
	g.signs = g.mark < n;
	if (!g.signs)
		g.mark = first_that(says, n, 0, STATES);
	if (g.mark >= n)
		return g;
	g.meaning = first_that(says, n, g.mark + 1, MEANINGS);
	if (g.signs && g.mark + 1 < n && says[g.mark + 1] == STATES)
		g.meaning = g.mark + 1;
	g.is = g.meaning < n;
	return g;
}

int
grid_is_header(const struct slice *cell, size_t n)
{
	return grid_of(cell, n).is;
}

/* The next cell of ROW, cut off it. */
static struct slice
take(struct slice *row)
{
	const char *tab = row->n ? memchr(row->p, '\t', row->n) : NULL;
	struct slice cell = {row->p, tab ? (size_t)(tab - row->p) : row->n};

	row->p += cell.n + (tab != NULL);
	row->n -= cell.n + (tab != NULL);
	return cell;
}

static struct legend_grid
read_header(struct slice header)
{
	struct slice cell[COLUMNS + 1];
	size_t n = 0;

	while (header.n && n <= COLUMNS)
		cell[n++] = take(&header);
	return grid_of(cell, n);
}

/* Kept: the tables of a report have few headers, and each is asked for the second row of its table. */
struct legend_grid
grid_of_text(struct slice header)
{
	struct memo_entry *e = memo_find(&kept.headers, header, 0);
	unsigned long hit = limits_hit();
	struct legend_grid g;

	if (e && e->known) {
		memcpy(&g, memo_answer(e).p, sizeof(g));
		return g;
	}
	g = read_header(header);
	if (e) {
		buf_add(&e->text, (const char *)&g, sizeof(g));
		e->known = limits_hit() == hit;
	}
	return g;
}

/* Where in the folded row cell I is. */
static void
find_cell(size_t i, size_t *from, size_t *to)
{
	size_t at = 0;

	for (; i; i--, at++)
		while (at < cut_text.n && cut_text.p[at] != '\t')
			at++;
	for (*to = at; *to < cut_text.n && cut_text.p[*to] != '\t'; ++*to)
		;
	for (*from = at; *from < *to && cut_text.p[*from] == ' '; ++*from)
		;
	*to = cut_back(*from, *to);
}

int
grid_tells(struct slice cells, struct legend_grid g)
{
	if (cells.n == 0) /* an earlier run has made entries of it without */
		return 0;
	return g.mark || mark_whole(folded(take(&cells))) == MARK_NONE;
}

void
grid_read(struct legend_line *l, struct slice cells, struct legend_grid g)
{
	struct cut c = {.kind = SEP_TAB};

	cut_begin(cells);
	l->n = 0;
	find_cell(g.mark, &c.mark, &c.sep);
	find_cell(g.meaning, &c.meaning, &c.end);
	c.open = c.mark;
	if (c.mark >= c.sep || c.meaning >= c.end)
		return;
	c.class = mark_whole(cut_part(c.mark, c.sep));
	if (c.sep - c.mark > NAME_MAX_BYTES)
		return;
	legend_take(l, &c, 1);
	l->titled = l->lead.n = 0;
	l->first = l->stays = l->cells = 1;
	l->grid = 1 + g.signs;
}
