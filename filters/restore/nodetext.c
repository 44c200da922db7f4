/* nodetext.c - the source text in one node; see nodetext.h */
#include "restore/nodetext.h"

#include <stdio.h>
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

/* The name of cell I, by the rules of lib/cols.h. */
static const char *
cell_name(const json_t *columns, size_t i)
{
	static char name[64];
	size_t k = 2, c = 0, n = json_array_size(columns);

	if (i < n)
		return json_string_value(json_array_get(columns, i));
	snprintf(name, sizeof(name), "%lu", (unsigned long)i + 1);
	while (c < n) {
		const char *taken = json_string_value(json_array_get(columns, c));

		c++;
		if (taken && is(taken, name)) {
			snprintf(name, sizeof(name), "%lu (%lu)", (unsigned long)i + 1, (unsigned long)k++);
			c = 0;
		}
	}
	return name;
}

static int
is_quoted(const json_t *row, const char *name)
{
	const json_t *quoted = json_object_get(row, "quoted");
	size_t i;

	for (i = 0; i < json_array_size(quoted); i++) {
		const char *q = json_string_value(json_array_get(quoted, i));

		if (q && is(q, name))
			return 1;
	}
	return 0;
}

/* The cells in the order of their columns, whatever order the object has. A cell that was taken out is empty. */
static enum nodetext
add_cells(struct buf *to, const json_t *row, const json_t *columns, unsigned long *stray, const char **why)
{
	const json_t *cells = json_object_get(row, "cells");
	size_t left = json_object_size(cells), most = json_array_size(columns) + left, i, end = to->n;

	*why = json_is_object(cells) ? "a cell that is not a string" : "a row without cells";
	if (!json_is_object(cells))
		return NODE_BROKEN;
	for (i = 0; left && i < most; i++) {
		const char *name = cell_name(columns, i);
		const json_t *cell = name ? json_object_get(cells, name) : NULL;

		if (i)
			buf_addc(to, '\t');
		if (!cell)
			continue;
		if (!json_is_string(cell))
			return NODE_BROKEN;
		if (is_quoted(row, name))
			cell_quote(to, json_slice(cell));
		else
			buf_adds(to, json_slice(cell));
		left--;
		end = to->n;
	}
	to->n = end; /* no tabs behind the last cell */
	*stray += left;
	return NODE_TEXT;
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

		if (!json_is_string(s))
			return NODE_BROKEN;
		buf_adds(to, json_slice(s));
	}
	return NODE_TEXT;
}

enum nodetext
nodetext(struct buf *to, const json_t *node, const json_t *columns, unsigned long *stray, const char **why)
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
