/* tanzaku-restore - the source document, byte for byte, from its JSON tree; see tanzaku-restore(1) */
#include <stdlib.h>
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
	struct buf name;        /* its own, with a NUL */
} doc;

/* Lines that no node has are empty, and a number is written soon: so many of them are written of all trees together,
 * and some for each byte of the trees. */
enum { EMPTY_LINES = 1 << 24, EMPTY_A_BYTE = 64 };
static unsigned long long empty_lines, before; /* those written; the bytes of the inputs before this one */

/* V as a number of lines or columns: 0 if it is none. */
static unsigned long
number(const struct jval *v)
{
	return v && v->type == JTYPE_INTEGER && v->u.integer > 0 ? (unsigned long)v->u.integer : 0;
}

/* The member KEY of OBJECT, which may be NULL or no object. */
static const struct jval *
get(const struct jnode *node, const struct jval *object, const char *key)
{
	const struct jval *v;

	if (!object || object->type != JTYPE_OBJECT)
		return NULL;
	for (JTAPE_EACH(node->tape, object, v))
		if (slice_eq(jtape_member(node->tape, v), slice_z(key)))
			return v;
	return NULL;
}

/* Pieces of source text */

/* What a node says of the bytes of a line. */
struct bytes {
	unsigned long line;
	size_t at;
	const struct jval *said;
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
sort_bytes(const struct jnode *node)
{
	const struct jval *bytes = jnode_get(node, KEY_BYTES), *v;
	size_t i = 0, n = jval_size(bytes);

	if (n == 0 || bytes->type != JTYPE_ARRAY)
		return 0;
	if (n > doc.room) {
		doc.room = n;
		doc.bytes = erealloc(doc.bytes, n * sizeof(*doc.bytes));
	}
	for (JTAPE_EACH(node->tape, bytes, v)) {
		doc.bytes[i] = (struct bytes){number(get(node, v, "line")), i, v};
		i++;
	}
	qsort(doc.bytes, n, sizeof(*doc.bytes), by_line);
	return n;
}

/* Uses those of NODE from *NEXT on, of N, that are of LINE; what is of a line before that has no place. */
static void
use_bytes(const struct jnode *node, unsigned long line, size_t *next, size_t n)
{
	for (; *next < n && doc.bytes[*next].line <= line; ++*next) {
		const struct bytes *b = &doc.bytes[*next];
		const struct jval *hex = get(node, b->said, "hex");

		if (b->line < line || !jval_is_string(hex) ||
		    !rebuild_bytes(&lines, number(get(node, b->said, "column")), jtape_text(node->tape, hex)))
			say(MSG_STRAY_BYTES, lines.place);
	}
}

/* Goes to LINE, if it can be that far. */
static int
go_to_line(unsigned long line)
{
	unsigned long long most = EMPTY_LINES + EMPTY_A_BYTE * (before + jlex_offset(&scan.tape.lex));

	if (line > lines.line)
		empty_lines += line - lines.line - 1;
	if (empty_lines > most) {
		jlex_refuse(&scan.tape.lex, "a line number that far more empty lines lead to than a document has");
		return 0;
	}
	rebuild_line(&lines, line);
	return 1;
}

/* Puts text, the piece of source that NODE is, where it belongs. */
static void
place_piece(const struct jnode *node)
{
	struct slice rest = slice_of(&text);
	unsigned long line = number(jnode_get(node, KEY_LINE));
	size_t next = 0, n;
	const char *newline;

	if (!line) {
		jlex_refuse(&scan.tape.lex, "a node without a line number");
		return;
	}
	if (!go_to_line(line))
		return;
	n = sort_bytes(node);
	while (rest.n && (newline = memchr(rest.p, '\n', rest.n))) {
		size_t len = (size_t)(newline - rest.p);

		rebuild_text(&lines, (struct slice){rest.p, len});
		use_bytes(node, line++, &next, n);
		rebuild_line(&lines, lines.line + 1);
		rest.p += len + 1;
		rest.n -= len + 1;
	}
	rebuild_text(&lines, rest);
	use_bytes(node, line, &next, n);
	if (next < n)
		say(MSG_STRAY_BYTES, lines.place);
}

static void
enter_node(const struct jnode *node)
{
	unsigned long stray = 0;
	const char *why;

	if (node_is(node, "table"))
		columns_take(&doc.columns, node->tape, jnode_get(node, KEY_COLUMNS));
	buf_clear(&text);
	if (doc.page) {
		struct slice page = jnode_string(node, KEY_PAGE);

		if (!page.p)
			return;
		buf_adds(&text, page);
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
		say(MSG_STRAY_NODE, lines.place, node_type(node).p);
		break;
	case NODE_BROKEN:
		jlex_refuse(&scan.tape.lex, why);
	}
	if (stray)
		say(MSG_STRAY_CELL, lines.place, stray);
}

/* The root */

static const char *
newline_of(const struct jnode *root)
{
	struct slice kind = jnode_string(root, KEY_NEWLINE);

	if (slice_eq(kind, slice_z("crlf")))
		return "\r\n";
	return slice_eq(kind, slice_z("cr")) ? "\r" : "\n";
}

/* The file that a program read is not in the JSON: what comes back is not what went in. */
static void
say_readers(const struct jnode *root)
{
	const struct jval *readers = jnode_get(root, KEY_READERS), *v;
	struct buf b = {0};

	if (!readers || readers->type != JTYPE_ARRAY)
		return;
	for (JTAPE_EACH(root->tape, readers, v)) {
		if (v != readers + 1)
			buf_addz(&b, ", ");
		if (jval_is_string(v))
			buf_adds(&b, jtape_text(root->tape, v));
		else
			buf_addc(&b, '?');
	}
	if (b.n)
		say(MSG_READER_TEXT, (struct place){jnode_string(root, KEY_NAME).p, 0, 0}, (int)b.n, b.p);
	buf_free(&b);
}

static int
is_true(const struct jnode *node, enum key key)
{
	const struct jval *v = jnode_get(node, key);

	return v && v->type == JTYPE_TRUE;
}

/* The root's name outlives what lies on the tape. */
static const char *
keep_name(const struct jnode *root)
{
	struct slice name = jnode_string(root, KEY_NAME);

	buf_clear(&doc.name);
	buf_adds(&doc.name, name);
	buf_addc(&doc.name, '\0');
	return name.p ? doc.name.p : NULL;
}

static void
enter_root(const struct jnode *root)
{
	struct slice encoding = jnode_string(root, KEY_ENCODING);
	const char *name = keep_name(root);

	doc.in = doc.skip = 1;
	doc.page = jnode_string(root, KEY_PAGE).p != NULL;
	if (!slice_eq(jnode_string(root, KEY_SCHEMA), slice_z("tanzaku/1")))
		jlex_refuse(&scan.tape.lex, "the root's schema is not tanzaku/1");
	else if (!encoding.p)
		say(MSG_NO_SOURCE, (struct place){name, 0, 0});
	else if (!rebuild_begin(&lines, name, encoding.p, is_true(root, KEY_BOM), newline_of(root)))
		say(MSG_NO_ENCODING, (struct place){name, 0, 0}, encoding.p);
	else
		doc.skip = 0;
	if (!doc.skip)
		say_readers(root);
}

static void
leave_root(const struct jnode *root)
{
	const struct jval *end = get(root, jnode_get(root, KEY_POSITION), "end");
	unsigned long last = number(get(root, end, "line"));
	int final = is_true(root, KEY_FINAL_NEWLINE);

	doc.in = 0;
	if (final && last)
		last--; /* the end is behind the last newline */
	if (!doc.skip && (last <= lines.line || go_to_line(last)))
		rebuild_end(&lines, lines.line, final);
	say_enddoc(jnode_string(root, KEY_NAME).p);
	columns_take(&doc.columns, root->tape, NULL);
}

/* The scanner's questions */

static int
is_root(const struct jnode *node)
{
	return node_is(node, "root");
}

static int
enough(const struct jnode *node)
{
	static const enum key keys[] = {KEY_SCHEMA, KEY_NAME, KEY_ENCODING, KEY_BOM, KEY_NEWLINE};
	size_t i;

	if (!is_root(node))
		return nodetext_enough(node);
	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (!jnode_get(node, keys[i]))
			return 0;
	return 1;
}

static void
enter(const struct jnode *node)
{
	if (doc.in && is_root(node))
		jlex_refuse(&scan.tape.lex, "a root inside a root");
	else if (is_root(node))
		enter_root(node);
	else if (!doc.in)
		jlex_refuse(&scan.tape.lex, "it does not begin with a root node");
	else if (!doc.skip)
		enter_node(node);
}

static void
leave(const struct jnode *node)
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
	before += jlex_offset(&scan.tape.lex);
}

int
main(int argc, char **argv)
{
	opts_begin(&prog, argc, argv);
	opts_order(&prog, argc, argv, "");
	if (getopt(argc, argv, "") != -1)
		usage(prog.synopsis);
	each_input(argc - optind, argv + optind, trees);
	out_flush();
	return status_now();
}
