/* nodetext.c - the source text in one node; see nodetext.h */
#include "restore/nodetext.h"

#include <stdlib.h>

#include "base/quote.h"

/* The types whose text is a few strings in a row. */
static const struct {
	const char *type;
	enum key keys[6];
	int n;
} types[] = {
	{"section", {KEY_BEFORE, KEY_MARK, KEY_GAP, KEY_TITLE}, 4},
	{"legendItem", {KEY_BEFORE, KEY_MARK, KEY_SEPARATOR, KEY_MEANING, KEY_AFTER}, 5},
	{"text", {KEY_VALUE}, 1},
	{"code", {KEY_VALUE}, 1},
	{"rule", {KEY_VALUE}, 1},
};

enum { TYPES = sizeof(types) / sizeof(*types) };

struct slice
node_type(const struct jnode *node)
{
	struct slice type = jnode_string(node, KEY_TYPE);

	return type.p ? type : slice_z("");
}

/* Cells */

struct cell {
	long place;
	const struct jval *text;
};

static int
by_place(const void *a, const void *b)
{
	const struct cell *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

/* Those of ROW that have a place, sorted by it, in CELL. Returns how many. */
static size_t
place_cells(struct cell *cell, const struct jtape *t, const struct jval *cells, const struct columns *columns)
{
	size_t n = 0, next = 0, most = columns->n + cells->u.s.n;
	const struct jval *v;
	int sorted = 1;

	for (JTAPE_EACH(t, cells, v)) {
		long place = column_place(columns, jtape_member(t, v), next, most);

		if (place < 0)
			continue;
		sorted &= n == 0 || cell[n - 1].place <= place;
		cell[n++] = (struct cell){place, v};
		next = (size_t)place + 1;
	}
	if (!sorted)
		qsort(cell, n, sizeof(*cell), by_place);
	return n;
}

/* The names of the cells that are quoted, sorted, in *N. NULL: there are none. */
static struct jname *
quoted_of(const struct jtape *t, const struct jval *quoted, size_t *n)
{
	const struct jval *v;
	struct jname *name;

	*n = 0;
	if (!quoted || quoted->type != JTYPE_ARRAY || jval_size(quoted) == 0)
		return NULL;
	name = emalloc(jval_size(quoted) * sizeof(*name));
	for (JTAPE_EACH(t, quoted, v))
		if (jval_is_string(v))
			name[(*n)++] = (struct jname){name_head(jtape_text(t, v)), v->u.s.at, v->u.s.n, 0};
	names_sort(name, *n, t->text.p);
	return name;
}

/* A cell that was taken out is empty, and there are no tabs behind the last one. */
static enum nodetext
join_cells(struct buf *to, const struct jtape *t, const struct cell *cell, size_t n, const struct jval *quoted)
{
	size_t i, names_n;
	struct jname *names = quoted_of(t, quoted, &names_n);
	enum nodetext got = NODE_TEXT;
	long at = 0;

	for (i = 0; i < n && got == NODE_TEXT; i++) {
		for (; at < cell[i].place; at++)
			buf_addc(to, '\t');
		if (!jval_is_string(cell[i].text))
			got = NODE_BROKEN;
		else if (names_n && names_find(names, names_n, t->text.p, jtape_member(t, cell[i].text)))
			cell_quote(to, jtape_text(t, cell[i].text));
		else
			buf_adds(to, jtape_text(t, cell[i].text));
	}
	free(names);
	return got;
}

/* The cells in the order of their columns, whatever order the object has. */
static enum nodetext
add_cells(struct buf *to, const struct jnode *row, const struct columns *columns, unsigned long *stray, const char **why)
{
	const struct jval *cells = jnode_get(row, KEY_CELLS);
	struct cell few[32], *cell = few;
	enum nodetext got;
	size_t all, n;

	*why = cells && cells->type == JTYPE_OBJECT ? "a cell that is not a string" : "a row without cells";
	if (!cells || cells->type != JTYPE_OBJECT)
		return NODE_BROKEN;
	all = cells->u.s.n;
	if (all > sizeof(few) / sizeof(*few))
		cell = emalloc(all * sizeof(*cell));
	n = place_cells(cell, row->tape, cells, columns);
	got = join_cells(to, row->tape, cell, n, jnode_get(row, KEY_QUOTED));
	if (cell != few)
		free(cell);
	*stray += all - n;
	return got;
}

static enum nodetext
add_header(struct buf *to, const struct jnode *table, const char **why)
{
	const struct jval *header = jnode_get(table, KEY_HEADER), *v;
	size_t n = header && header->type == JTYPE_ARRAY ? header->u.s.n : 0;

	*why = "a header that is not made of strings";
	if (n == 0)
		return NODE_EMPTY;
	for (JTAPE_EACH(table->tape, header, v)) {
		if (!jval_is_string(v))
			return NODE_BROKEN;
		if (v != header + 1)
			buf_addc(to, '\t');
		buf_adds(to, jtape_text(table->tape, v));
	}
	return NODE_TEXT;
}

static enum nodetext
add_strings(struct buf *to, const struct jnode *node, const enum key *keys, int n, const char **why)
{
	int i;

	*why = "a node lacks a string that it must have";
	for (i = 0; i < n; i++) {
		const struct jval *s = jnode_get(node, keys[i]);

		if (s && s->type == JTYPE_NULL)
			continue; /* a heading without a mark */
		if (!jval_is_string(s))
			return NODE_BROKEN;
		buf_adds(to, jtape_text(node->tape, s));
	}
	return NODE_TEXT;
}

enum nodetext
nodetext(struct buf *to, const struct jnode *node, const struct columns *columns, unsigned long *stray, const char **why)
{
	struct slice source = jnode_string(node, KEY_SOURCE), type = node_type(node);
	int row = node_is(node, "row"), header = node_is(node, "table") || node_is(node, "headerRow");
	size_t i;

	*why = "a node without a type";
	if ((row || header) && source.p) {
		buf_adds(to, source);
		return NODE_TEXT;
	}
	if (row)
		return add_cells(to, node, columns, stray, why);
	if (header)
		return add_header(to, node, why);
	for (i = 0; i < TYPES; i++)
		if (slice_eq(type, slice_z(types[i].type)))
			return add_strings(to, node, types[i].keys, types[i].n, why);
	if (!type.n)
		return NODE_BROKEN;
	return node_is(node, "legend") || node_is(node, "error") ? NODE_EMPTY : NODE_UNKNOWN;
}

int
nodetext_enough(const struct jnode *node)
{
	struct slice type = node_type(node);
	int i, all = 1;

	if (node_is(node, "legend"))
		return 1;
	if (!jnode_get(node, KEY_LINE))
		return 0;
	if (node_is(node, "table"))
		return jnode_get(node, KEY_COLUMNS) && jnode_get(node, KEY_HEADER);
	for (i = 0; node_is(node, "section") && i < types[0].n; i++)
		all &= jnode_get(node, types[0].keys[i]) != NULL;
	return type.n && all;
}
