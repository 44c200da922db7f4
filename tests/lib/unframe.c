/*
 * unframe - give back the source bytes of the documents in a framed text stream
 *
 * usage: unframe <stream >bytes
 *
 * What restore does at the end of the chain, done right behind decode: the
 * documents come out one after another, byte for byte as decode read them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "encoding/encode.h"
#include "stream/in.h"
#include "stream/lines.h"
#include "stream/msg.h"

static struct encoder *encoder;
static const char *newline;
static int final;

static int held, cont; /* a text line waits for its notes; the line goes on behind it */
static struct buf text, bytes;
static int have_bytes;

static void
put(struct buf *b)
{
	fwrite(b->p ? b->p : "", 1, b->n, stdout);
	buf_clear(b);
}

/* Writes the line that waits. */
static void
flush(int last)
{
	if (!held)
		return;
	held = 0;
	if (!have_bytes) {
		if (!cont && !(last && !final))
			buf_addz(&text, newline);
		if (!encode(encoder, &bytes, slice_of(&text)))
			die("a line cannot be encoded");
	}
	put(&bytes);
	have_bytes = cont = 0;
	buf_clear(&text);
}

/* Field I of a tab-separated line. */
static struct slice
field(struct slice s, int i)
{
	const char *end = s.p + s.n, *tab;

	for (; i && (tab = memchr(s.p, '\t', (size_t)(end - s.p))); i--)
		s.p = tab + 1;
	tab = memchr(s.p, '\t', (size_t)(end - s.p));
	s.n = (size_t)((tab ? tab : end) - s.p);
	return s;
}

static void
header(struct slice s)
{
	char name[64];
	struct slice encoding = field(s, 1), kind = field(s, 3);

	flush(1);
	snprintf(name, sizeof(name), "%.*s", (int)encoding.n, encoding.p);
	encoder_free(encoder);
	encoder = encoder_new(name[0] == '-' ? "UTF-8" : name);
	if (!encoder)
		die("%s: unknown encoding", name);
	newline = slice_eq(kind, slice_z("crlf")) ? "\r\n" : slice_eq(kind, slice_z("cr")) ? "\r" : "\n";
	final = slice_eq(field(s, 4), slice_z("yes"));
	if (slice_eq(field(s, 2), slice_z("yes"))) {
		encode(encoder, &bytes, slice_z("\xef\xbb\xbf"));
		put(&bytes);
	}
}

static void
note(struct slice s)
{
	struct slice kind = field(s, 0), hex = field(s, 2);
	size_t i;

	if (slice_eq(kind, slice_z("cont")))
		cont = 1;
	if (!slice_eq(kind, slice_z("bytes")))
		return;
	have_bytes = 1;
	for (i = 0; i + 1 < hex.n; i += 2) {
		char two[3] = {hex.p[i], hex.p[i + 1], 0};

		buf_addc(&bytes, (char)strtoul(two, NULL, 16));
	}
}

int
main(void)
{
	struct in in;
	struct slice s;

	in_open(&in, "-");
	in.limit = 64 << 20; /* hex makes long lines */
	while (in_line(&in, &s) != GOT_NONE) {
		if (s.n && *s.p == FS && (s.n < 2 || s.p[1] != FS)) {
			struct slice rest = {s.p + 1, s.n - 1};

			if (rest.n && *rest.p == '\t')
				note((struct slice){rest.p + 1, rest.n - 1});
			else
				header(rest);
			continue;
		}
		flush(0);
		held = 1;
		if (s.n && *s.p == FS)
			s = (struct slice){s.p + 1, s.n - 1};
		buf_adds(&text, s);
	}
	flush(1);
	in_close(&in);
	return fflush(stdout) == 0 ? 0 : 2;
}
