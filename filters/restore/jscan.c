/* jscan.c - walks a tree of nodes; see jscan.h */
#include "restore/jscan.h"

#include <stdlib.h>
#include <unistd.h>

enum { DEEPEST = 250 }; /* of nodes in nodes; tanzaku json makes 67 */

#define KEY(name) {name, sizeof(name) - 1}
static const struct slice keys[KEYS] = {
	KEY("type"), KEY("line"), KEY("value"), KEY("source"), KEY("cells"), KEY("quoted"), KEY("columns"),
	KEY("header"), KEY("bytes"), KEY("page"), KEY("before"), KEY("mark"), KEY("gap"), KEY("title"),
	KEY("separator"), KEY("meaning"), KEY("after"), KEY("schema"), KEY("name"), KEY("encoding"), KEY("bom"),
	KEY("newline"), KEY("finalNewline"), KEY("readers"), KEY("position"),
};
#undef KEY

/* A node that is being read: what lies above its heights on the tape is its own, and of the nodes in it. */
struct node {
	struct jnode said;
	size_t values, text, names; /* the heights it began at */
	int shown;
	struct spool *waits;  /* its children, if they came too early: copied */
	int again;            /* or where they are in what is read again anyhow */
	off_t at;
};

static void scan_node(struct jscan *js);

struct slice
jnode_string(const struct jnode *node, enum key key)
{
	const struct jval *v = jnode_get(node, key);

	return jval_is_string(v) ? jtape_text(node->tape, v) : (struct slice){NULL, 0};
}

static void
show(struct jscan *js, struct node *n)
{
	n->shown = 1;
	if (!js->tape.lex.failed)
		js->enter(&n->said);
}

/* The elements of an array of nodes. */
static void
scan_children(struct jscan *js)
{
	struct jlex *l = &js->tape.lex;

	if (!jlex_expect(l, '[', "children must be an array") || jlex_take(l, ']'))
		return;
	do
		scan_node(js);
	while (jlex_take(l, ','));
	jlex_expect(l, ']', "a comma or ] is missing");
}

/* Reads children that waited in the spool, as if they came now. Those in them that come too early are not copied once
 * more: of each tree there is one copy, however deep it is. */
static void
replay(struct jscan *js, struct spool *s)
{
	struct jlex *l = &js->tape.lex, before = *l;
	struct in in = {.name = l->name};
	struct slice mem;

	in.fd = spool_read(s, &mem);
	if (in.fd < 0) {
		in.p = (char *)mem.p;
		in.end = mem.n;
		in.eof = 1;
	}
	l->passed = jlex_offset(l);
	l->in = &in;
	l->good = in.end;
	l->replay = 1;
	scan_children(js);
	before.failed = l->failed;
	*l = before;
	if (in.fd >= 0) {
		in_close(&in); /* and with it the spool's file */
		s->fd = -1;
	}
}

/* The same where nothing was copied. */
static void
go_back(struct jscan *js, off_t at)
{
	struct jlex *l = &js->tape.lex;
	off_t here = jlex_tell(l);

	jlex_seek(l, at);
	scan_children(js);
	if (!l->failed)
		jlex_seek(l, here);
}

static void
forget(struct spool *s)
{
	if (!s)
		return;
	if (s->fd >= 0)
		close(s->fd);
	buf_free(&s->mem);
	free(s);
}

/* The children of N, which begin here. */
static void
children(struct jscan *js, struct node *n)
{
	struct jlex *l = &js->tape.lex;

	if (js->enough(&n->said)) {
		show(js, n);
		scan_children(js);
	} else if (l->replay) {
		jlex_peek(l);
		n->again = 1;
		n->at = jlex_tell(l);
		jlex_copy(l, NULL);
	} else {
		n->waits = emalloc(sizeof(*n->waits));
		spool_init(n->waits);
		jlex_copy(l, n->waits);
	}
}

static void
scan_member(struct jscan *js, struct node *n)
{
	struct jtape *t = &js->tape;
	struct slice key, none = {NULL, 0};
	int k, are_children;

	if (jlex_peek(&t->lex) != '"') {
		jlex_fail(&t->lex, "a key is missing");
		return;
	}
	if (!jtape_string(t, &key) || !jtape_key(t, n->names, key))
		return;
	are_children = slice_eq(key, slice_z("children"));
	for (k = 0; k < KEYS && !slice_eq(key, keys[k]); k++)
		;
	if (!jlex_expect(&t->lex, ':', "a colon is missing"))
		return;
	if (are_children) {
		children(js, n);
		return;
	}
	if (k < KEYS)
		n->said.at[k] = (uint32_t)t->n + 1;
	jtape_value(t, k < KEYS, 1, none);
}

static void
scan_members(struct jscan *js, struct node *n)
{
	struct jlex *l = &js->tape.lex;

	if (jlex_take(l, '}'))
		return;
	do
		scan_member(js, n);
	while (jlex_take(l, ','));
	jlex_expect(l, '}', "a comma or } is missing");
	jtape_keys_end(&js->tape, n->names);
}

static void
scan_node(struct jscan *js)
{
	struct jtape *t = &js->tape;
	struct jlex *l = &t->lex;
	struct node n = {.said.tape = t, .values = t->n, .text = t->text.n, .names = t->names_n};

	if (!jlex_expect(l, '{', "a node must be an object"))
		return;
	if (++js->depth > DEEPEST)
		jlex_refuse(l, "nodes are nested too deep");
	scan_members(js, &n);
	if (!n.shown)
		show(js, &n);
	if (n.waits && !l->failed)
		replay(js, n.waits);
	if (n.again && !l->failed)
		go_back(js, n.at);
	if (!l->failed)
		js->leave(&n.said);
	forget(n.waits);
	t->n = n.values;
	t->text.n = n.text;
	js->depth--;
}

void
jscan_all(struct jscan *js, struct in *in)
{
	jtape_begin(&js->tape, in);
	js->depth = 0;
	while (!js->tape.lex.failed && jlex_peek(&js->tape.lex) >= 0)
		scan_node(js);
	jtape_free(&js->tape);
}
