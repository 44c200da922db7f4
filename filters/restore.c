/* tanzaku-restore - the source document, byte for byte, from its JSON tree; see tanzaku-restore(1) */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "jscan.h"
#include "opts.h"
#include "out.h"
#include "quote.h"
#include "rebuild.h"

static const struct prog prog = {
	"tanzaku-restore", "[FILE ...]",
	"Writes the source documents, byte for byte, from the trees of tanzaku json.\n",
};

static struct jscan scan;
static struct rebuild lines;
static struct buf text;

static struct {
	int in;          /* inside a root */
	int skip;        /* nothing of it can be restored */
	json_t *root;
	json_t *columns; /* of the table at hand; NULL where it has none */
} doc;

/* What nodes hold */

static struct slice
string_slice(const json_t *s)
{
	return (struct slice){json_string_value(s), json_string_length(s)};
}

/* Appends the string under KEY, which must be there. */
static void
add_string(const json_t *node, const char *key)
{
	const json_t *s = json_object_get(node, key);

	if (json_is_string(s))
		buf_adds(&text, string_slice(s));
	else
		jlex_refuse(&scan.lex, "a node lacks a string that it must have");
}

static unsigned long
integer(const json_t *node, const char *key)
{
	json_int_t i = json_integer_value(json_object_get(node, key));

	return i > 0 ? (unsigned long)i : 0;
}

/* Rows */

/* The name of cell I, by the rules that tanzaku json has. */
static const char *
cell_name(size_t i)
{
	static char name[64];
	size_t k = 2, c = 0, n = json_array_size(doc.columns);

	if (i < n)
		return json_string_value(json_array_get(doc.columns, i));
	snprintf(name, sizeof(name), "%zu", i + 1);
	while (c < n) {
		const char *taken = json_string_value(json_array_get(doc.columns, c));

		c++;
		if (taken && strcmp(taken, name) == 0) {
			snprintf(name, sizeof(name), "%zu (%zu)", i + 1, k++);
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

		if (q && strcmp(q, name) == 0)
			return 1;
	}
	return 0;
}

/* Cell I; 0 if the row has none there. */
static int
add_cell(const json_t *row, const json_t *cells, size_t i)
{
	const char *name = cell_name(i);
	const json_t *value = name ? json_object_get(cells, name) : NULL;

	if (!value)
		return 0;
	if (!json_is_string(value))
		jlex_refuse(&scan.lex, "a cell that is not a string");
	else if (is_quoted(row, name))
		cell_quote(&text, string_slice(value));
	else
		buf_adds(&text, string_slice(value));
	return 1;
}

static void
add_cells(const json_t *row)
{
	const json_t *cells = json_object_get(row, "cells");
	size_t left = json_object_size(cells), end = json_array_size(doc.columns) + left, i, n = 0;

	if (!json_is_object(cells))
		jlex_refuse(&scan.lex, "a row without cells");
	for (i = 0; left && i < end; i++) {
		if (i)
			buf_addc(&text, '\t');
		if (add_cell(row, cells, i)) {
			left--;
			n = text.n;
		}
	}
	text.n = n; /* no tabs behind the last cell */
	if (left)
		say(MSG_STRAY_CELL, lines.place, (unsigned long)left);
}

static void
add_header(const json_t *table)
{
	const json_t *header = json_object_get(table, "header");
	size_t i;

	for (i = 0; i < json_array_size(header); i++) {
		if (i)
			buf_addc(&text, '\t');
		if (json_is_string(json_array_get(header, i)))
			buf_adds(&text, string_slice(json_array_get(header, i)));
		else
			jlex_refuse(&scan.lex, "a header that is not made of strings");
	}
}

/* Pieces of source text */

/* The bytes that NODE has for its line number LINE, counted from its first. */
static void
use_bytes(const json_t *node, unsigned long line)
{
	const json_t *bytes = json_object_get(node, "bytes");
	unsigned long first = integer(node, "line");
	size_t i;

	for (i = 0; i < json_array_size(bytes); i++) {
		const json_t *b = json_array_get(bytes, i), *hex = json_object_get(b, "hex");

		if (integer(b, "line") != first + line)
			continue;
		if (!json_is_string(hex) || !rebuild_bytes(&lines, integer(b, "column"), string_slice(hex)))
			say(MSG_STRAY_BYTES, lines.place);
	}
}

/* Puts text, the piece of source that NODE is, where it belongs. */
static void
place_piece(const json_t *node)
{
	struct slice rest = slice_of(&text);
	unsigned long n = 0;
	const char *newline;

	if (!integer(node, "line")) {
		jlex_refuse(&scan.lex, "a node without a line number");
		return;
	}
	rebuild_line(&lines, integer(node, "line"));
	while (rest.n && (newline = memchr(rest.p, '\n', rest.n))) {
		size_t len = (size_t)(newline - rest.p);

		rebuild_text(&lines, (struct slice){rest.p, len});
		use_bytes(node, n++);
		rebuild_line(&lines, lines.line + 1);
		rest.p += len + 1;
		rest.n -= len + 1;
	}
	rebuild_text(&lines, rest);
	use_bytes(node, n);
}

static void
add_strings(const json_t *node, const char *const *keys)
{
	for (; *keys; keys++)
		add_string(node, *keys);
}

static void
enter_table(json_t *table)
{
	json_decref(doc.columns);
	doc.columns = json_incref(json_object_get(table, "columns"));
	add_header(table);
	if (json_array_size(json_object_get(table, "header")))
		place_piece(table);
}

/* The root */

static const char *
newline_of(const json_t *root)
{
	const char *kind = json_string_value(json_object_get(root, "newline"));

	if (kind && strcmp(kind, "crlf") == 0)
		return "\r\n";
	return kind && strcmp(kind, "cr") == 0 ? "\r" : "\n";
}

static void
enter_root(json_t *root)
{
	const char *schema = json_string_value(json_object_get(root, "schema"));
	const char *name = json_string_value(json_object_get(root, "name"));
	const char *encoding = json_string_value(json_object_get(root, "encoding"));
	int bom = json_is_true(json_object_get(root, "bom"));

	doc.in = doc.skip = 1;
	if (!schema || strcmp(schema, "tanzaku/1") != 0)
		jlex_refuse(&scan.lex, "the root's schema is not tanzaku/1");
	else if (!encoding)
		say(MSG_NO_SOURCE, (struct place){name, 0, 0});
	else if (!rebuild_begin(&lines, name, encoding, bom, newline_of(root)))
		say(MSG_NO_ENCODING, (struct place){name, 0, 0}, encoding);
	else
		doc.skip = 0;
}

static void
leave_root(json_t *root)
{
	json_t *end = json_object_get(json_object_get(root, "position"), "end");
	int final = json_is_true(json_object_get(root, "finalNewline"));
	unsigned long last = integer(end, "line");

	doc.in = 0;
	if (final && last)
		last--; /* the end is behind the last newline */
	if (!doc.skip)
		rebuild_end(&lines, last > lines.line ? last : lines.line, final);
	say_enddoc(json_string_value(json_object_get(root, "name")));
	json_decref(doc.columns);
	doc.columns = NULL;
}

/* The scanner's questions */

static const char *
type_of(const json_t *node)
{
	const char *type = json_string_value(json_object_get(node, "type"));

	return type ? type : "";
}

static int
has(const json_t *node, const char *const *keys)
{
	for (; *keys; keys++)
		if (!json_object_get(node, *keys))
			return 0;
	return 1;
}

static const char *const root_keys[] = {"schema", "encoding", "bom", "newline", "name", NULL};
static const char *const section_keys[] = {"before", "mark", "gap", "title", NULL};
static const char *const item_keys[] = {"before", "mark", "separator", "meaning", "after", NULL};
static const char *const text_keys[] = {"value", NULL};
static const char *const table_keys[] = {"columns", "header", NULL};
static const char *const line_key[] = {"line", NULL};

static int
enough(json_t *node)
{
	const char *type = type_of(node);

	if (strcmp(type, "root") == 0)
		return has(node, root_keys);
	if (strcmp(type, "section") == 0)
		return has(node, section_keys) && has(node, line_key);
	if (strcmp(type, "table") == 0)
		return has(node, table_keys) && has(node, line_key);
	return *type != '\0';
}

static void
enter(json_t *node)
{
	const char *type = type_of(node);
	const char *const *keys = NULL;

	buf_clear(&text);
	if (doc.in != (strcmp(type, "root") != 0))
		jlex_refuse(&scan.lex, doc.in ? "a root inside a root" : "it does not begin with a root node");
	else if (!doc.in)
		enter_root(node);
	else if (doc.skip || strcmp(type, "legend") == 0)
		;
	else if (strcmp(type, "table") == 0)
		enter_table(node);
	else if (strcmp(type, "row") == 0) {
		add_cells(node);
		place_piece(node);
	} else if (strcmp(type, "section") == 0)
		keys = section_keys;
	else if (strcmp(type, "legendItem") == 0)
		keys = item_keys;
	else if (strcmp(type, "text") == 0)
		keys = text_keys;
	else if (!*type)
		jlex_refuse(&scan.lex, "a node without a type");
	else
		say(MSG_STRAY_NODE, lines.place, type);
	if (!keys)
		return;
	add_strings(node, keys);
	place_piece(node);
}

static void
leave(json_t *node)
{
	if (strcmp(type_of(node), "root") == 0)
		leave_root(node);
}

static void
trees(struct in *in)
{
	doc.in = 0;
	scan = (struct jscan){.enough = enough, .enter = enter, .leave = leave};
	jscan_all(&scan, in);
}

int
main(int argc, char **argv)
{
	opts_begin(&prog, argc, argv);
	if (getopt(argc, argv, "") != -1)
		usage(prog.synopsis);
	each_input(argc - optind, argv + optind, trees);
	out_flush();
	return status_now();
}
