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
	int page;        /* its lines stand in the `page` of its nodes, and nowhere else */
	struct columns columns; /* of the table at hand */
	struct bytes *bytes;    /* of the node at hand, by line */
	size_t room;            /* for so many */
} doc;

/* Lines that no node has are empty, and a number is written soon: so many of them are written of all trees together,
 * and some for each byte of the trees. */
enum { EMPTY_LINES = 1 << 24, EMPTY_A_BYTE = 64 };
static unsigned long long empty_lines, before; /* those written; the bytes of the inputs before this one */

static unsigned long
integer(const json_t *node, const char *key)
{
	json_int_t i = json_integer_value(json_object_get(node, key));

	return i > 0 ? (unsigned long)i : 0;
}

/* Pieces of source text */

/* What a node says of the bytes of a line. */
struct bytes {
	unsigned long line;
	size_t at;
	const json_t *json;
};

static int
by_line(const void *a, const void *b)
{
	const struct bytes *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* All of NODE, in doc.bytes. Returns how many. */
static size_t
sort_bytes(const json_t *node)
{
	const json_t *bytes = json_object_get(node, "bytes");
	size_t i, n = json_array_size(bytes);

	if (n > doc.room) {
		doc.room = n;
		doc.bytes = erealloc(doc.bytes, n * sizeof(*doc.bytes));
	}
	for (i = 0; i < n; i++) {
		const json_t *b = json_array_get(bytes, i);

		doc.bytes[i] = (struct bytes){integer(b, "line"), i, b};
	}
	if (n)
		qsort(doc.bytes, n, sizeof(*doc.bytes), by_line);
	return n;
}

/* Uses those from *NEXT on, of N, that are of LINE; what is of a line before that has no place. */
static void
use_bytes(unsigned long line, size_t *next, size_t n)
{
	for (; *next < n && doc.bytes[*next].line <= line; ++*next) {
		const struct bytes *b = &doc.bytes[*next];
		const json_t *hex = json_object_get(b->json, "hex");

		if (b->line < line || !json_is_string(hex) ||
		    !rebuild_bytes(&lines, integer(b->json, "column"), json_slice(hex)))
			say(MSG_STRAY_BYTES, lines.place);
	}
}

/* Goes to LINE, if it can be that far. */
static int
go_to_line(unsigned long line)
{
	unsigned long long most = EMPTY_LINES + EMPTY_A_BYTE * (before + scan.lex.offset);

	if (line > lines.line)
		empty_lines += line - lines.line - 1;
	if (empty_lines > most) {
		jlex_refuse(&scan.lex, "a line number that far more empty lines lead to than a document has");
		return 0;
	}
	rebuild_line(&lines, line);
	return 1;
}

/* Puts text, the piece of source that NODE is, where it belongs. */
static void
place_piece(const json_t *node)
{
	struct slice rest = slice_of(&text);
	unsigned long line = integer(node, "line");
	size_t next = 0, n;
	const char *newline;

	if (!line) {
		jlex_refuse(&scan.lex, "a node without a line number");
		return;
	}
	if (!go_to_line(line))
		return;
	n = sort_bytes(node);
	while (rest.n && (newline = memchr(rest.p, '\n', rest.n))) {
		size_t len = (size_t)(newline - rest.p);

		rebuild_text(&lines, (struct slice){rest.p, len});
		use_bytes(line++, &next, n);
		rebuild_line(&lines, lines.line + 1);
		rest.p += len + 1;
		rest.n -= len + 1;
	}
	rebuild_text(&lines, rest);
	use_bytes(line, &next, n);
	if (next < n)
		say(MSG_STRAY_BYTES, lines.place);
}

static void
enter_node(const json_t *node)
{
	unsigned long stray = 0;
	const char *why;

	if (strcmp(node_type(node), "table") == 0)
		columns_take(&doc.columns, json_object_get(node, "columns"));
	buf_clear(&text);
	if (doc.page) {
		const json_t *page = json_object_get(node, "page");

		if (!json_is_string(page))
			return;
		buf_adds(&text, json_slice(page));
		place_piece(node);
		return;
	}
	switch (nodetext(&text, node, &doc.columns, &stray, &why)) {
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

/* The file that a program read is not in the JSON: what comes back is not what went in. */
static void
say_readers(const char *name, const json_t *readers)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < json_array_size(readers); i++) {
		const char *reader = json_string_value(json_array_get(readers, i));

		buf_addz(&b, i ? ", " : "");
		buf_addz(&b, reader ? reader : "?");
	}
	if (b.n)
		say(MSG_READER_TEXT, (struct place){name, 0, 0}, (int)b.n, b.p);
	buf_free(&b);
}

static void
enter_root(json_t *root)
{
	const char *schema = json_string_value(json_object_get(root, "schema"));
	const char *name = json_string_value(json_object_get(root, "name"));
	const char *encoding = json_string_value(json_object_get(root, "encoding"));
	int bom = json_is_true(json_object_get(root, "bom"));

	doc.in = doc.skip = 1;
	doc.page = json_is_string(json_object_get(root, "page"));
	if (!schema || strcmp(schema, "tanzaku/1") != 0)
		jlex_refuse(&scan.lex, "the root's schema is not tanzaku/1");
	else if (!encoding)
		say(MSG_NO_SOURCE, (struct place){name, 0, 0});
	else if (!rebuild_begin(&lines, name, encoding, bom, newline_of(root)))
		say(MSG_NO_ENCODING, (struct place){name, 0, 0}, encoding);
	else
		doc.skip = 0;
	if (!doc.skip)
		say_readers(name, json_object_get(root, "readers"));
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
	if (!doc.skip && (last <= lines.line || go_to_line(last)))
		rebuild_end(&lines, lines.line, final);
	say_enddoc(json_string_value(json_object_get(root, "name")));
	columns_take(&doc.columns, NULL);
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
	before += scan.lex.offset;
}

int
main(int argc, char **argv)
{
	opts_begin(&prog, argc, argv);
	json_set_alloc_funcs(emalloc, free); /* where memory fails jansson would go on with half a document */
	opts_order(argc, argv, "");
	if (getopt(argc, argv, "") != -1)
		usage(prog.synopsis);
	each_input(argc - optind, argv + optind, trees);
	out_flush();
	return status_now();
}
