/* nodetext.c - the source text in one node; see nodetext.h */
#include "restore/nodetext.h"

#include <stdlib.h>
#include <string.h>

#include "base/quote.h"

/* The types whose text is a few strings in a row. */
static const struct {
	const char *type;
	const char *keys[6];
} types[] = {
	{"section", {"before", "mark", "gap", "title"}},
	{"legendItem", {"before", "mark", "separator", "meaning", "after"}},
	{"text", {"value"}},
	{"code", {"value"}},
	{"rule", {"value"}},
};

enum { TYPES = sizeof(types) / sizeof(*types) };

const char *
node_type(const json_t *node)
{
	const char *type = json_string_value(json_object_get(node, "type"));

	return type ? type : "";
}

struct slice
json_slice(const json_t *string)
{
	return (struct slice){json_string_value(string), json_string_length(string)};
}

static int
is(const char *type, const char *name)
{
	return strcmp(type, name) == 0;
}

/* Cells */

struct cell {
	long place;
	const char *name;
	const json_t *text;
};

static int
by_place(const void *a, const void *b)
{
	const struct cell *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

/* Those of ROW that have a place, sorted by it, in CELL. Returns how many. */
static size_t
place_cells(struct cell *cell, json_t *cells, const struct columns *columns)
{
	size_t n = 0, most = columns->n + json_object_size(cells);
	const char *name;
	json_t *text;

	json_object_foreach(cells, name, text) {
		long place = column_place(columns, name, most);

		if (place >= 0)
			cell[n++] = (struct cell){place, name, text};
	}
	qsort(cell, n, sizeof(*cell), by_place);
	return n;
}

/* The names of the cells that are quoted: NULL, if none is. */
static json_t *
quoted_of(const json_t *row)
{
	const json_t *quoted = json_object_get(row, "quoted");
	size_t i, n = json_array_size(quoted);
	json_t *names = n ? json_object() : NULL;

	for (i = 0; i < n; i++) {
		const char *name = json_string_value(json_array_get(quoted, i));

		if (name)
			json_object_set_new_nocheck(names, name, json_true());
	}
	return names;
}

/* A cell that was taken out is empty, and there are no tabs behind the last one. */
static enum nodetext
join_cells(struct buf *to, const struct cell *cell, size_t n, const json_t *quoted)
{
	size_t i;
	long at = 0;

	for (i = 0; i < n; i++) {
		if (!json_is_string(cell[i].text))
			return NODE_BROKEN;
		for (; at < cell[i].place; at++)
			buf_addc(to, '\t');
		if (json_object_get(quoted, cell[i].name))
			cell_quote(to, json_slice(cell[i].text));
		else
			buf_adds(to, json_slice(cell[i].text));
	}
	return NODE_TEXT;
}

/* The cells in the order of their columns, whatever order the object has. */
static enum nodetext
add_cells(struct buf *to, const json_t *row, const struct columns *columns, unsigned long *stray, const char **why)
{
	json_t *cells = json_object_get(row, "cells"), *quoted;
	size_t all = json_object_size(cells), n;
	enum nodetext got;
	struct cell *cell;

	*why = json_is_object(cells) ? "a cell that is not a string" : "a row without cells";
	if (!json_is_object(cells))
		return NODE_BROKEN;
	cell = emalloc((all + 1) * sizeof(*cell));
	n = place_cells(cell, cells, columns);
	quoted = quoted_of(row);
	got = join_cells(to, cell, n, quoted);
	json_decref(quoted);
	free(cell);
	*stray += all - n;
	return got;
}

static enum nodetext
add_header(struct buf *to, const json_t *table, const char **why)
{
	const json_t *header = json_object_get(table, "header");
	size_t i, n = json_array_size(header);

	*why = "a header that is not made of strings";
	for (i = 0; i < n; i++) {
		const json_t *cell = json_array_get(header, i);

		if (!json_is_string(cell))
			return NODE_BROKEN;
		if (i)
			buf_addc(to, '\t');
		buf_adds(to, json_slice(cell));
	}
	return n ? NODE_TEXT : NODE_EMPTY;
}

static enum nodetext
add_strings(struct buf *to, const json_t *node, const char *const *keys, const char **why)
{
	*why = "a node lacks a string that it must have";
	for (; *keys; keys++) {
		const json_t *s = json_object_get(node, *keys);

		if (json_is_null(s))
			continue; /* a heading without a mark */
		if (!json_is_string(s))
			return NODE_BROKEN;
		buf_adds(to, json_slice(s));
	}
	return NODE_TEXT;
}

enum nodetext
nodetext(struct buf *to, const json_t *node, const struct columns *columns, unsigned long *stray, const char **why)
{
	const json_t *source = json_object_get(node, "source");
	const char *type = node_type(node);
	int header = is(type, "table") || is(type, "headerRow");
	size_t i;

	*why = "a node without a type";
	if ((is(type, "row") || header) && json_is_string(source)) {
		buf_adds(to, json_slice(source));
		return NODE_TEXT;
	}
	if (is(type, "row"))
		return add_cells(to, node, columns, stray, why);
	if (header)
		return add_header(to, node, why);
	for (i = 0; i < TYPES; i++)
		if (is(type, types[i].type))
			return add_strings(to, node, types[i].keys, why);
	if (!*type)
		return NODE_BROKEN;
	return is(type, "legend") || is(type, "error") ? NODE_EMPTY : NODE_UNKNOWN;
}

int
nodetext_enough(const json_t *node)
{
	const char *type = node_type(node);
	const char *const *keys = types[0].keys;

	if (is(type, "legend"))
		return 1;
	if (!json_object_get(node, "line"))
		return 0;
	if (is(type, "table"))
		return json_object_get(node, "columns") && json_object_get(node, "header");
	for (; is(type, "section") && *keys; keys++)
		if (!json_object_get(node, *keys))
			return 0;
	return *type != '\0';
}
