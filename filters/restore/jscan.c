/* jscan.c - walks a tree of nodes; see jscan.h */
#include "restore/jscan.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DEEPEST = 250 }; /* of nodes in nodes; tanzaku json makes 67 */

/* A node that is being read. */
struct node {
	struct buf text;      /* its own keys, as members of an object */
	json_t *json;         /* those read so far */
	int shown;
	struct spool *waits;  /* its children, if they came too early: copied */
	int again;            /* or where they are in what is read again anyhow */
	off_t at;
};

static void scan_node(struct jscan *js);

/* Reads the members in n->text and adds them to n->json. */
static int
read_keys(struct jscan *js, struct node *n)
{
	json_error_t error;
	json_t *more;

	buf_addc(&n->text, '}');
	more = json_loadb(n->text.p, n->text.n, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
	buf_clear(&n->text);
	buf_addc(&n->text, '{');
	if (!more) {
		jlex_fail(&js->lex, error.text);
		return 0;
	}
	if (!n->json)
		n->json = more;
	else {
		json_object_update(n->json, more);
		json_decref(more);
	}
	return 1;
}

static void
show(struct jscan *js, struct node *n)
{
	n->shown = 1;
	if (!js->lex.failed)
		js->enter(n->json);
}

/* The elements of an array of nodes. */
static void
scan_children(struct jscan *js)
{
	if (!jlex_expect(&js->lex, '[', "children must be an array") || jlex_take(&js->lex, ']'))
		return;
	do
		scan_node(js);
	while (jlex_take(&js->lex, ','));
	jlex_expect(&js->lex, ']', "a comma or ] is missing");
}

/* Reads children that waited in the spool, as if they came now. Those in them that come too early are not copied once
 * more: of each tree there is one copy, however deep it is. */
static void
replay(struct jscan *js, struct spool *s)
{
	struct in in = {.name = js->lex.name}, *old = js->lex.in;
	int before = js->lex.replay;
	struct slice mem;

	in.fd = spool_read(s, &mem);
	if (in.fd < 0) {
		in.p = (char *)mem.p;
		in.end = in.cap = mem.n;
		in.eof = 1;
	}
	js->lex.in = &in;
	js->lex.replay = 1;
	scan_children(js);
	js->lex.in = old;
	js->lex.replay = before;
	if (in.fd >= 0) {
		in_close(&in); /* and with it the spool's file */
		s->fd = -1;
	}
}

/* The same where nothing was copied. */
static void
go_back(struct jscan *js, off_t at)
{
	off_t here = jlex_tell(&js->lex);

	jlex_seek(&js->lex, at);
	scan_children(js);
	if (!js->lex.failed)
		jlex_seek(&js->lex, here);
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

static void
scan_member(struct jscan *js, struct node *n)
{
	static const char children[] = "\"children\"";
	size_t from, len;

	if (n->text.n > 1)
		buf_addc(&n->text, ',');
	from = n->text.n;
	jlex_key(&js->lex, &n->text);
	if (!jlex_expect(&js->lex, ':', "a colon is missing"))
		return;
	len = n->text.n - from;
	if (len != sizeof(children) - 1 || memcmp(n->text.p + from, children, len) != 0) {
		buf_addc(&n->text, ':');
		jlex_value(&js->lex, (struct sink){&n->text, NULL});
		return;
	}
	n->text.n = from > 1 ? from - 1 : from;
	if (n->waits || n->again || n->shown) {
		jlex_fail(&js->lex, "children twice in a node");
		return;
	}
	if (!read_keys(js, n))
		return;
	if (js->enough(n->json)) {
		show(js, n);
		scan_children(js);
		return;
	}
	if (js->lex.replay) {
		n->again = 1;
		n->at = jlex_tell(&js->lex);
		jlex_value(&js->lex, (struct sink){NULL, NULL});
		return;
	}
	n->waits = emalloc(sizeof(*n->waits));
	spool_init(n->waits);
	jlex_value(&js->lex, (struct sink){NULL, n->waits});
}

static void
scan_members(struct jscan *js, struct node *n)
{
	if (jlex_take(&js->lex, '}'))
		return;
	do
		scan_member(js, n);
	while (jlex_take(&js->lex, ','));
	jlex_expect(&js->lex, '}', "a comma or } is missing");
}

static void
scan_node(struct jscan *js)
{
	struct node n = {.json = NULL};

	if (!jlex_expect(&js->lex, '{', "a node must be an object"))
		return;
	if (++js->depth > DEEPEST)
		jlex_refuse(&js->lex, "nodes are nested too deep");
	buf_addc(&n.text, '{');
	scan_members(js, &n);
	if (!js->lex.failed && read_keys(js, &n)) {
		if (!n.shown)
			show(js, &n);
		if (n.waits && !js->lex.failed)
			replay(js, n.waits);
		if (n.again && !js->lex.failed)
			go_back(js, n.at);
		if (!js->lex.failed)
			js->leave(n.json);
	}
	forget(n.waits);
	json_decref(n.json);
	buf_free(&n.text);
	js->depth--;
}

void
jscan_all(struct jscan *js, struct in *in)
{
	js->lex = (struct jlex){.name = in->name, .in = in, .line = 1};
	js->depth = 0;
	while (!js->lex.failed && jlex_peek(&js->lex) >= 0)
		scan_node(js);
}
