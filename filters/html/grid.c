/* grid.c - the grid of a data table; see grid.h */
#include "html/grid.h"

#include <string.h>

#include "base/quote.h"
#include "stream/out.h"
#include "stream/rec.h"

void
grid_row_clear(struct grid_row *r, unsigned long line)
{
	r->line = line;
	r->n = 0;
	buf_clear(&r->text);
}

void
grid_cell_begin(struct grid_row *r, unsigned rows, unsigned columns, int head)
{
	if (r->n == r->cap) {
		r->cap = r->cap ? 2 * r->cap : 16;
		r->cell = erealloc(r->cell, r->cap * sizeof(*r->cell));
	}
	r->cell[r->n++] = (struct grid_cell){r->text.n, r->text.n, rows, columns, head};
}

void
grid_cell_end(struct grid_row *r, struct slice text)
{
	buf_adds(&r->text, text);
	r->cell[r->n - 1].end = r->text.n;
}

void
grid_begin(struct grid *g)
{
	size_t i;

	for (i = 0; i < g->columns; i++)
		g->span[i].left = 0;
	for (i = 0; i < g->names; i++)
		buf_clear(&g->name[i]);
	g->columns = g->names = g->width = 0;
	g->head_line = 0;
	g->body = g->part = 0;
}

static void
need_column(struct grid *g, size_t i)
{
	for (; g->columns <= i; g->columns++) {
		if (g->columns == g->cap) {
			g->cap = g->cap ? 2 * g->cap : 16;
			g->span = erealloc(g->span, g->cap * sizeof(*g->span));
			memset(g->span + g->columns, 0, (g->cap - g->columns) * sizeof(*g->span));
		}
		g->span[g->columns].left = 0;
	}
}

static struct buf *
name_of(struct grid *g, size_t i)
{
	for (; g->names <= i; g->names++) {
		if (g->names == g->namecap) {
			g->namecap = g->namecap ? 2 * g->namecap : 16;
			g->name = erealloc(g->name, g->namecap * sizeof(*g->name));
			memset(g->name + g->names, 0, (g->namecap - g->names) * sizeof(*g->name));
		}
		buf_clear(&g->name[g->names]);
	}
	return &g->name[i];
}

/* A header of several rows names a column by all of them, from the top, a cell that reaches down but once. */
static void
add_name(struct grid *g, size_t i, struct slice text, int from_above)
{
	struct buf *name = name_of(g, i);

	if (from_above || text.n == 0)
		return;
	if (name->n)
		buf_addc(name, ' ');
	buf_adds(name, text);
}

static void
add_field(struct buf *to, struct slice text)
{
	struct buf quoted = {0}, plain = {0};

	if (text.n && *text.p == '"' && cell_unquote(&plain, text)) { /* else it would be taken for a spreadsheet's */
		cell_quote(&quoted, text);
		text = slice_of(&quoted);
	}
	esc(to, text);
	buf_free(&quoted);
	buf_free(&plain);
}

/* The cell in column g->n. COVERED: it belongs to a cell at its left or above it. */
static void
put_cell(struct grid *g, struct slice text, int covered, int from_above, int head)
{
	if (head) {
		add_name(g, g->n++, text, from_above);
		return;
	}
	if (g->n)
		buf_addc(&g->cells, '\t');
	if (!covered)
		add_field(&g->cells, text);
	g->n++;
	if (covered && text.n) {
		buf_addu(&g->covered, g->n);
		buf_addc(&g->covered, '\t');
		esc(&g->covered, text);
		buf_addz(&g->covered, from_above ? "\tabove\n" : "\tleft\n");
	}
}

/* Cells from above that stand at g->n, one behind the other. */
static void
put_from_above(struct grid *g, int head)
{
	while (g->n < g->columns && g->span[g->n].left) {
		struct grid_span *s = &g->span[g->n];

		s->left--;
		put_cell(g, slice_of(&s->text), 1, 1, head);
	}
}

static void
put_own(struct grid *g, const struct grid_row *r, const struct grid_cell *c, int head)
{
	struct slice text = {r->text.p ? r->text.p + c->from : "", c->end - c->from};
	unsigned i;

	for (i = 0; i < c->columns && g->n < GRID_COLUMNS; i++) {
		struct grid_span *s;

		if (i)
			put_from_above(g, head); /* where cells overlap, both are kept */
		need_column(g, g->n);
		s = &g->span[g->n];
		s->left = c->rows - 1;
		buf_clear(&s->text);
		buf_adds(&s->text, text);
		put_cell(g, text, i > 0, 0, head);
	}
}

/* All of a row on the grid; cells that reach into it from above go behind its own as well. */
static void
lay_out(struct grid *g, const struct grid_row *r, int head)
{
	size_t i;

	g->n = 0;
	buf_clear(&g->cells);
	buf_clear(&g->covered);
	put_from_above(g, head);
	for (i = 0; i < r->n; i++) {
		put_own(g, r, &r->cell[i], head);
		put_from_above(g, head);
	}
	for (i = g->n; i < g->columns; i++)
		if (g->span[i].left) {
			while (g->n < i)
				put_cell(g, slice_z(""), 0, 0, head);
			put_from_above(g, head);
		}
}

static void
put_record(struct grid *g, unsigned long line, struct lay *to)
{
	const char *p = g->covered.p, *end = p + g->covered.n;

	line = lay_record(to, line);
	out_rec("row", line);
	out_raw(slice_of(&g->cells));
	out_end();
	while (p < end) {
		const char *lf = memchr(p, '\n', (size_t)(end - p));

		out_rec("covered", line);
		out_raw((struct slice){p, (size_t)(lf - p)});
		out_end();
		p = lf + 1;
	}
}

/* The header as one row, and a rule, which makes it one for certain. */
static void
put_header(struct grid *g, struct lay *to)
{
	size_t i;

	buf_clear(&g->cells);
	buf_clear(&g->covered);
	for (i = 0; i < g->names; i++) {
		if (i)
			buf_addc(&g->cells, '\t');
		add_field(&g->cells, slice_of(&g->name[i]));
	}
	put_record(g, g->head_line, to);
	lay_text(to, "rule", g->head_line, slice_z("---"));
	g->width = g->names;
	g->head_line = 0;
}

/* Is R a row of the header? One that says so, or one of <th> alone at the top. */
static int
is_head(const struct grid *g, const struct grid_row *r)
{
	size_t i;

	if (g->body || r->n == 0)
		return 0;
	for (i = 0; i < r->n && r->cell[i].head; i++)
		;
	return r->in_head || i == r->n;
}

/* How many cells of R have text; *FIRST: the first one does. */
static size_t
filled(const struct grid_row *r, int *first)
{
	size_t i, n = 0;

	for (i = 0; i < r->n; i++)
		n += r->cell[i].end > r->cell[i].from;
	*first = r->n && r->cell[0].end > r->cell[0].from;
	return n;
}

static void
put_text(const struct grid_row *r, struct lay *to)
{
	const char *p = r->text.p + r->cell[0].from, *end = r->text.p + r->cell[0].end;

	while (p < end) {
		const char *lf = memchr(p, '\n', (size_t)(end - p)), *stop = lf ? lf : end;

		lay_text(to, "text", r->line, (struct slice){p, (size_t)(stop - p)});
		p = stop + 1;
	}
}

/* A spreadsheet is one grid, with titles, tables and empty rows between them. An empty row parts them; what stands alone in the
 * first cell, perhaps across all columns, above the first row of several cells, is a title. Only where the page names no header
 * does this have to be told from the cells. */
static int
is_of_sheet(struct grid *g, const struct grid_row *r, struct lay *to)
{
	int first;
	size_t n = filled(r, &first), i;

	for (i = 0; i < g->columns; i++)
		if (g->span[i].left)
			return 0;
	if (g->names || r->n == 0)
		return 0;
	if (n == 0) {
		lay_text(to, "text", r->line, slice_z(""));
		g->part = 0;
		return 1;
	}
	if (g->part || n > 1 || !first || r->cell[0].rows > 1 || (r->n == 1 && r->cell[0].columns < 2)) {
		g->part |= n > 1;
		return 0;
	}
	put_text(r, to);
	return 1;
}

void
grid_row(struct grid *g, const struct grid_row *r, struct lay *to)
{
	if (is_head(g, r)) {
		if (!g->head_line)
			g->head_line = r->line;
		lay_out(g, r, 1);
		return;
	}
	if (g->head_line)
		put_header(g, to);
	if (is_of_sheet(g, r, to))
		return;
	g->body = 1;
	lay_out(g, r, 0);
	if (g->n == 0)
		return;
	while (g->n < g->width)
		put_cell(g, slice_z(""), 0, 0, 0);
	put_record(g, r->line, to);
}

void
grid_end_group(struct grid *g)
{
	size_t i;

	for (i = 0; i < g->columns; i++)
		g->span[i].left = 0;
}

void
grid_end(struct grid *g, struct lay *to)
{
	if (g->head_line)
		put_header(g, to);
}
