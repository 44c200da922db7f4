/* jlex.c - the bytes of JSON: the window, and what is taken from it; see jlex.h */
#include "restore/jlex.h"

#include <unistd.h>

#include "base/scan.h"
#include "base/utf8.h"

void
jlex_begin(struct jlex *l, struct in *in)
{
	*l = (struct jlex){.name = in->name, .in = in, .line = 1};
	if (in->end > in->pos)
		l->good = in->pos + utf8_valid(in->p + in->pos, in->end - in->pos);
}

unsigned long
jlex_offset(const struct jlex *l)
{
	return l->replay ? l->passed : l->passed + l->in->pos;
}

void
jlex_fail(struct jlex *l, const char *what)
{
	if (!l->failed)
		say(MSG_NOT_JSON, (struct place){l->name, l->line, 0}, jlex_offset(l), what);
	l->failed = 1;
}

void
jlex_refuse(struct jlex *l, const char *why)
{
	if (!l->failed)
		say(MSG_NOT_TREE, (struct place){l->name, l->line, 0}, why);
	l->failed = 1;
}

/* The window */

/* What stands at l->good is no character, nor the beginning of one. */
static int
is_bad(const struct jlex *l)
{
	const struct in *in = l->in;

	return in->end > l->good && (in->eof || utf8_bad(in->p + l->good, in->end - l->good));
}

/* Reads on, behind what is at hand. 0 at the end, and at bytes that are no UTF-8, which fail. */
static int
more(struct jlex *l)
{
	struct in *in = l->in;
	size_t before, n = 0, held = l->good - in->pos;

	while (l->good - in->pos == held) {
		if (is_bad(l)) {
			in->pos = l->good;
			jlex_fail(l, "no UTF-8");
			return 0;
		}
		before = in->pos;
		n = in_fill(in);
		l->good -= before - in->pos;
		if (!l->replay)
			l->passed += before - in->pos;
		if (!n && !is_bad(l))
			return 0;
		if (n)
			l->good = l->replay ? in->end : l->good + utf8_valid(in->p + l->good, in->end - l->good);
	}
	return 1;
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
	in->pos = in->end = l->good = 0;
	in->eof = 0;
	if (lseek(in->fd, at, SEEK_SET) < 0)
		die("temporary file:");
}

/* Tokens */

int
jlex_peek_on(struct jlex *l)
{
	struct in *in = l->in;

	for (;;) {
		unsigned char c;

		if (in->pos == l->good && !more(l))
			return -1;
		c = (unsigned char)in->p[in->pos];
		if (c > ' ' || (c != ' ' && c != '\n' && c != '\t' && c != '\r'))
			return c;
		in->pos++;
		l->line += c == '\n' && !l->replay;
	}
}

int
jlex_missing(struct jlex *l, const char *what)
{
	jlex_fail(l, jlex_peek(l) < 0 ? "it ends in the middle of a value" : what);
	return 0;
}

/* How many of the N bytes at P stand for themselves in a string: those before a quote, a backslash, a control. */
static size_t
plain(const char *p, size_t n)
{
	size_t i = 0;

#ifdef TZ_VECTORS
	for (; n - i >= 16; i += 16) {
		v16 v = v16_load(p + i), stop = (v16)(v == '"') | (v16)(v == '\\') | v16_in(v, 0, 0x1f);

		if (v16_any(stop))
			return i + v16_first(stop);
	}
#endif
	while (i < n && p[i] != '"' && p[i] != '\\' && (unsigned char)p[i] >= 0x20)
		i++;
	return i;
}

int
jlex_string(struct jlex *l, struct slice *raw)
{
	struct in *in = l->in;
	size_t at = 1;
	int escapes = 0;

	while (at < JLEX_LARGEST) {
		const char *p = in->p + in->pos;
		size_t n = l->good - in->pos;

		at += plain(p + at, n - at);
		if (at < n && p[at] == '"') {
			*raw = (struct slice){p + 1, at - 1};
			in->pos += at + 1;
			return 1 + escapes;
		}
		if (at + 1 < n && p[at] == '\\') {
			at += 2;
			escapes = 1;
		} else if (at < n && p[at] != '\\') {
			jlex_fail(l, "a control character in a string");
			return 0;
		} else if (!more(l)) {
			jlex_fail(l, "it ends in the middle of a value");
			return 0;
		}
	}
	jlex_fail(l, "a string of over 64 MiB");
	return 0;
}

/* Words */

static int
is_wordy(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.';
}

struct slice
jlex_word(struct jlex *l)
{
	struct in *in = l->in;
	size_t n = 0;

	do
		while (n < l->good - in->pos && is_wordy(in->p[in->pos + n]))
			n++;
	while (n < JLEX_LARGEST && n == l->good - in->pos && more(l));
	return (struct slice){in->p + in->pos, n};
}

/* Copies */

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
			i += plain(p + i, n - i);
			if (i == n)
				break;
			at->escape = p[i] == '\\';
			at->string = p[i] != '"';
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
jlex_copy(struct jlex *l, struct spool *to)
{
	struct inside at = {0, 0, 0};
	struct in *in = l->in;
	int done = 0;

	while (!l->failed && !done) {
		size_t n;

		if (in->pos == l->good && !more(l)) {
			jlex_fail(l, "it ends in the middle of a value");
			return;
		}
		n = value_bytes(&at, in->p + in->pos, l->good - in->pos, &done);
		if (to)
			spool_add(to, in->p + in->pos, n);
		if (!l->replay)
			l->line += scan_count(in->p + in->pos, n, '\n');
		in->pos += n;
	}
}
