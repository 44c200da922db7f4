/* tanzaku-restore - the source document, byte for byte, from its JSON tree; see tanzaku-restore(1) */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "restore/jscan.h"
#include "restore/nodetext.h"
#include "stream/opts.h"
#include "stream/out.h"
#include "restore/rebuild.h"

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
	json_t *columns; /* of the table at hand; NULL where it has none */
} doc;

static unsigned long
integer(const json_t *node, const char *key)
{
	json_int_t i = json_integer_value(json_object_get(node, key));

	return i > 0 ? (unsigned long)i : 0;
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
		if (!json_is_string(hex) || !rebuild_bytes(&lines, integer(b, "column"), json_slice(hex)))
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
enter_node(const json_t *node)
{
	unsigned long stray = 0;
	const char *why;

	if (strcmp(node_type(node), "table") == 0) {
		json_decref(doc.columns);
		doc.columns = json_incref(json_object_get(node, "columns"));
	}
	buf_clear(&text);
	switch (nodetext(&text, node, doc.columns, &stray, &why)) {
	case NODE_TEXT:
		place_piece(node);
		break;
	case NODE_EMPTY:
		break;
	case NODE_UNKNOWN:
		say(MSG_STRAY_NODE, lines.place, node_type(node));
		break;
	case NODE_BROKEN:
		jlex_refuse(&scan.lex, why);
	}
	if (stray)
		say(MSG_STRAY_CELL, lines.place, stray);
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

static int
is_root(const json_t *node)
{
	return strcmp(node_type(node), "root") == 0;
}

static int
enough(json_t *node)
{
	static const char *const keys[] = {"schema", "name", "encoding", "bom", "newline"};
	size_t i;

	if (!is_root(node))
		return nodetext_enough(node);
	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (!json_object_get(node, keys[i]))
			return 0;
	return 1;
}

static void
enter(json_t *node)
{
	if (doc.in && is_root(node))
		jlex_refuse(&scan.lex, "a root inside a root");
	else if (is_root(node))
		enter_root(node);
	else if (!doc.in)
		jlex_refuse(&scan.lex, "it does not begin with a root node");
	else if (!doc.skip)
		enter_node(node);
}

static void
leave(json_t *node)
{
	if (is_root(node))
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
	json_set_alloc_funcs(emalloc, free); /* where memory fails jansson would go on with half a document */
	if (getopt(argc, argv, "") != -1)
		usage(prog.synopsis);
	opts_end(argc, argv);
	each_input(argc - optind, argv + optind, trees);
	out_flush();
	return status_now();
}
