/* jscan.c - walks a tree of nodes; see jscan.h */
#include "jscan.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "spool.h"

enum {
	DEEPEST = 250,        /* of nodes in nodes; tanzaku json makes 103 */
	LARGEST = 64 << 20    /* bytes of one node without its children */
};

/* Where bytes come from: the input, or children that had to wait. */
struct jsource {
	struct in *in;
	int replay; /* already counted when they were put aside */
};

/* Where a value is copied to: one of the two. */
struct sink {
	struct buf *buf;
	struct spool *spool;
};

static void
fail(struct jscan *js, const char *what)
{
	if (!js->failed)
		say(MSG_NOT_JSON, (struct place){js->name, js->line, 0}, js->offset, what);
	js->failed = 1;
}

void
jscan_refuse(struct jscan *js, const char *why)
{
	if (!js->failed)
		say(MSG_NOT_TREE, (struct place){js->name, js->line, 0}, why);
	js->failed = 1;
}

/* Bytes */

/* What can be read at *P without another read(2); 0 at the end. */
static size_t
window(struct jscan *js, const char **p)
{
	struct in *in = js->source->in;

	if (in->pos == in->end && !in_fill(in))
		return 0;
	*p = in->p + in->pos;
	return in->end - in->pos;
}

static void
skip(struct jscan *js, size_t n)
{
	struct in *in = js->source->in;
	const char *p = in->p + in->pos, *end = p + n;

	in->pos += n;
	if (js->source->replay)
		return;
	js->offset += n;
	while ((p = memchr(p, '\n', (size_t)(end - p))) && ++p)
		js->line++;
}

/* The next byte that is no white space, which stays; -1 at the end. */
static int
peek(struct jscan *js)
{
	const char *p;
	size_t n, i;

	while ((n = window(js, &p))) {
		for (i = 0; i < n && (p[i] == ' ' || p[i] == '\n' || p[i] == '\t' || p[i] == '\r'); i++)
			;
		skip(js, i);
		if (i < n)
			return (unsigned char)p[i];
	}
	return -1;
}

/* Takes C, which must be next. */
static int
expect(struct jscan *js, char c, const char *what)
{
	if (js->failed)
		return 0;
	if (peek(js) != (unsigned char)c)
		fail(js, what);
	else
		skip(js, 1);
	return !js->failed;
}

/* Values */

static void
put(struct jscan *js, struct sink to, const char *p, size_t n)
{
	if (to.spool)
		spool_add(to.spool, p, n);
	else if (to.buf->n + n > LARGEST)
		fail(js, "a node of over 64 MiB");
	else
		buf_add(to.buf, p, n);
}

/* Where in a value a scan is. */
struct inside {
	long depth;
	int string, escape;
};

/* How many bytes from P on belong to the value; *DONE if it ends there. */
static size_t
value_bytes(struct inside *at, const char *p, size_t n, int *done)
{
	size_t i;

	for (i = 0; i < n; i++) {
		char c = p[i];

		if (at->escape)
			at->escape = 0;
		else if (at->string) {
			at->escape = c == '\\';
			at->string = c != '"';
		} else if (c == '"')
			at->string = 1;
		else if (c == '{' || c == '[')
			at->depth++;
		else if (at->depth == 0 && (c == ',' || c == '}' || c == ']'))
			return *done = 1, i;
		else if (c == '}' || c == ']')
			at->depth--;
	}
	return n;
}

/* Copies a value up to the comma or bracket behind it. jansson will see whether it is well-formed. */
static void
copy_value(struct jscan *js, struct sink to)
{
	struct inside at = {0, 0, 0};
	const char *p;
	size_t n;
	int done = 0;

	while (!js->failed && !done) {
		n = window(js, &p);
		if (n == 0) {
			fail(js, "it ends in the middle of a value");
			return;
		}
		n = value_bytes(&at, p, n, &done);
		put(js, to, p, n);
		skip(js, n);
	}
}

/* Copies a string with its quotes. */
static void
copy_key(struct jscan *js, struct buf *to)
{
	const char *p;
	int escape = 0;

	if (!expect(js, '"', "a key is missing"))
		return;
	buf_addc(to, '"');
	while (window(js, &p)) {
		char c = *p;

		skip(js, 1);
		buf_addc(to, c);
		if (c == '"' && !escape)
			return;
		escape = c == '\\' && !escape;
		if (to->n > LARGEST)
			break;
	}
	fail(js, "a key without an end");
}

/* Nodes */

/* A node that is being read. */
struct node {
	struct buf text;      /* its own keys, as members of an object */
	json_t *json;         /* those read so far */
	int shown;
	struct spool *waits;  /* its children, if they came too early */
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
		fail(js, error.text);
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
	if (!js->failed)
		js->enter(n->json);
}

/* The elements of an array of nodes. */
static void
scan_children(struct jscan *js)
{
	if (!expect(js, '[', "children must be an array"))
		return;
	if (peek(js) == ']') {
		skip(js, 1);
		return;
	}
	do {
		scan_node(js);
		if (js->failed || peek(js) != ',')
			break;
		skip(js, 1);
	} while (1);
	expect(js, ']', "a comma or ] is missing");
}

/* Reads children that waited in the spool, as if they came now. */
static void
replay(struct jscan *js, struct spool *s)
{
	struct in in = {.fd = -1, .name = js->name, .eof = 1};
	struct jsource here = {&in, 1}, *old = js->source;
	struct slice mem;

	in.fd = spool_read(s, &mem);
	if (in.fd < 0) {
		in.p = (char *)mem.p;
		in.end = in.cap = mem.n;
	} else
		in.eof = 0;
	js->source = &here;
	scan_children(js);
	js->source = old;
	if (in.fd >= 0) {
		in_close(&in); /* and with it the spool's file */
		s->fd = -1;
	}
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
	copy_key(js, &n->text);
	if (!expect(js, ':', "a colon is missing"))
		return;
	len = n->text.n - from;
	if (len != sizeof(children) - 1 || memcmp(n->text.p + from, children, len) != 0) {
		buf_addc(&n->text, ':');
		copy_value(js, (struct sink){&n->text, NULL});
		return;
	}
	n->text.n = from > 1 ? from - 1 : from;
	if (n->waits || n->shown) {
		fail(js, "children twice in a node");
		return;
	}
	if (!read_keys(js, n))
		return;
	if (js->enough(n->json)) {
		show(js, n);
		scan_children(js);
		return;
	}
	n->waits = emalloc(sizeof(*n->waits));
	spool_init(n->waits);
	copy_value(js, (struct sink){NULL, n->waits});
}

static void
scan_members(struct jscan *js, struct node *n)
{
	if (peek(js) == '}') {
		skip(js, 1);
		return;
	}
	do {
		scan_member(js, n);
		if (js->failed || peek(js) != ',')
			break;
		skip(js, 1);
	} while (1);
	expect(js, '}', "a comma or } is missing");
}

static void
scan_node(struct jscan *js)
{
	struct node n = {{0}, NULL, 0, NULL};

	if (!expect(js, '{', "a node must be an object"))
		return;
	if (++js->depth > DEEPEST)
		jscan_refuse(js, "nodes are nested too deep");
	buf_addc(&n.text, '{');
	scan_members(js, &n);
	if (!js->failed && read_keys(js, &n)) {
		if (!n.shown)
			show(js, &n);
		if (n.waits && !js->failed)
			replay(js, n.waits);
		if (!js->failed)
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
	struct jsource source = {in, 0};

	js->name = in->name;
	js->source = &source;
	js->offset = 0;
	js->line = 1;
	js->depth = 0;
	js->failed = 0;
	while (!js->failed && peek(js) >= 0)
		scan_node(js);
}
