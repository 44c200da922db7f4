/* jlex.c - the bytes of JSON; see jlex.h */
#include "restore/jlex.h"

#include <string.h>
#include <unistd.h>

void
jlex_fail(struct jlex *l, const char *what)
{
	if (!l->failed)
		say(MSG_NOT_JSON, (struct place){l->name, l->line, 0}, l->offset, what);
	l->failed = 1;
}

void
jlex_refuse(struct jlex *l, const char *why)
{
	if (!l->failed)
		say(MSG_NOT_TREE, (struct place){l->name, l->line, 0}, why);
	l->failed = 1;
}

/* Bytes */

/* What can be read at *P without another read(2); 0 at the end. */
static size_t
window(struct jlex *l, const char **p)
{
	struct in *in = l->in;

	if (in->pos == in->end && !in_fill(in))
		return 0;
	*p = in->p + in->pos;
	return in->end - in->pos;
}

void
jlex_skip(struct jlex *l, size_t n)
{
	struct in *in = l->in;
	const char *p = in->p + in->pos, *end = p + n;

	in->pos += n;
	if (l->replay)
		return;
	l->offset += n;
	while ((p = memchr(p, '\n', (size_t)(end - p))) && ++p)
		l->line++;
}

/* What is read again is in memory as a whole, or in a file. */
off_t
jlex_tell(struct jlex *l)
{
	struct in *in = l->in;
	off_t end;

	if (in->fd < 0)
		return (off_t)in->pos;
	end = lseek(in->fd, 0, SEEK_CUR);
	if (end < 0)
		die("temporary file:");
	return end - (off_t)(in->end - in->pos);
}

void
jlex_seek(struct jlex *l, off_t at)
{
	struct in *in = l->in;
	off_t ahead = at - jlex_tell(l), left = (off_t)in->pos, right = (off_t)(in->end - in->pos);

	if (ahead >= -left && ahead <= right) { /* the window has it */
		in->pos = (size_t)(left + ahead);
		return;
	}
	in->pos = in->end = 0;
	in->eof = 0;
	if (lseek(in->fd, at, SEEK_SET) < 0)
		die("temporary file:");
}

int
jlex_peek(struct jlex *l)
{
	const char *p;
	size_t n, i;

	while ((n = window(l, &p))) {
		for (i = 0; i < n && (p[i] == ' ' || p[i] == '\n' || p[i] == '\t' || p[i] == '\r'); i++)
			;
		jlex_skip(l, i);
		if (i < n)
			return (unsigned char)p[i];
	}
	return -1;
}

int
jlex_expect(struct jlex *l, char c, const char *what)
{
	if (l->failed)
		return 0;
	if (jlex_peek(l) != (unsigned char)c)
		jlex_fail(l, what);
	else
		jlex_skip(l, 1);
	return !l->failed;
}

int
jlex_take(struct jlex *l, char c)
{
	if (l->failed || jlex_peek(l) != (unsigned char)c)
		return 0;
	jlex_skip(l, 1);
	return 1;
}

/* Values */

static void
put(struct jlex *l, struct sink to, const char *p, size_t n)
{
	if (to.spool)
		spool_add(to.spool, p, n);
	else if (to.buf == NULL)
		return;
	else if (to.buf->n + n > JLEX_LARGEST)
		jlex_fail(l, "a node of over 64 MiB");
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

void
jlex_value(struct jlex *l, struct sink to)
{
	struct inside at = {0, 0, 0};
	const char *p;
	size_t n;
	int done = 0;

	while (!l->failed && !done) {
		n = window(l, &p);
		if (n == 0) {
			jlex_fail(l, "it ends in the middle of a value");
			return;
		}
		n = value_bytes(&at, p, n, &done);
		put(l, to, p, n);
		jlex_skip(l, n);
	}
}

void
jlex_key(struct jlex *l, struct buf *to)
{
	const char *p;
	int escape = 0;

	if (!jlex_expect(l, '"', "a key is missing"))
		return;
	buf_addc(to, '"');
	while (window(l, &p)) {
		char c = *p;

		jlex_skip(l, 1);
		buf_addc(to, c);
		if (c == '"' && !escape)
			return;
		escape = c == '\\' && !escape;
		if (to->n > JLEX_LARGEST)
			break;
	}
	jlex_fail(l, "a key without an end");
}
