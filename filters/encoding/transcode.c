/* transcode.c - one document, from its bytes to the text stream; see encoding/transcode.h */
#include "encoding/transcode.h"

#include <string.h>

#include "encoding/careful.h"
#include "stream/lines.h"
#include "stream/out.h"
#include "base/scan.h"
#include "base/utf8.h"

/* The most that goes the fast way at once, so that what it becomes has room in the output, and the least: half as much
 * is tried after a block in which something needs a word, twice as much after one in which nothing does. So one odd
 * character costs some blocks, and not one for each line before it. ENOUGH is worth not to begin new output for. */
enum { BLOCK = DECODE_FIT(OUT_ROOM), LITTLE = 512, ENOUGH = 4 * 1024 };

/* How many of the N bytes at P are whole lines. */
static size_t
whole_lines(const struct convert *c, const unsigned char *p, size_t n)
{
	size_t unit = c->dec.unit;

	for (n -= n % unit; n; n -= unit)
		if (ends_line(c, p + n - unit))
			return n;
	return 0;
}

/* The same, or less of them where that fills the output before it is handed on. */
static size_t
next_block(const struct convert *c, const unsigned char *p, size_t n)
{
	size_t room = out_left(), less = 0;

	n = whole_lines(c, p, n);
	if (DECODE_ROOM(n) > room && room >= DECODE_ROOM(ENOUGH))
		less = whole_lines(c, p, DECODE_FIT(room));
	return less ? less : n;
}

/* CRLF or CR become LF, in place. Returns the new length; *OTHER counts line ends of another kind. */
static size_t
to_lf(char *p, size_t n, enum newline kind, size_t *other)
{
	char *from = p, *to = p, *end = p + n;
	size_t lfs = scan_count(p, n, '\n'), cut = 0;

	while (from < end) {
		char *cr = memchr(from, '\r', (size_t)(end - from));
		size_t len = cr ? (size_t)(cr - from) : (size_t)(end - from);

		memmove(to, from, len);
		to += len;
		from += len;
		if (!cr)
			break;
		from++;
		if (kind == NL_CR) {
			*to++ = '\n';
		} else if (from < end && *from == '\n') {
			cut++;
		} else
			*to++ = '\r';
	}
	*other = kind == NL_CR ? lfs : lfs - cut;
	return (size_t)(to - p);
}

/* The N bytes at P as text: where they lie, if they are UTF-8 already, else in TO. N of 0: not to be had
 * without a closer look. */
static struct slice
text_of(struct convert *c, const unsigned char *p, size_t n, char *to)
{
	const struct slice none = {NULL, 0};

	if (c->dec.step == decode_utf8) {
		if (c->offset + n > c->valid && utf8_valid((const char *)p, n) != n)
			return none;
		if (c->newline != NL_CRLF && c->newline != NL_CR)
			return (struct slice){(const char *)p, n};
		memcpy(to, p, n);
		c->dec.made = n;
	} else if (c->dec.step(&c->dec, p, n, to) != n)
		return none;
	if (c->framed && (c->dec.odd || c->dec.doubt))
		return none;
	if (c->newline == NL_CRLF || c->newline == NL_CR) {
		size_t other;

		c->dec.made = to_lf(to, c->dec.made, c->newline, &other);
		if (c->framed && other)
			return none;
	}
	return (struct slice){to, c->dec.made};
}

/* Writes the N bytes in front, whole lines, if nothing need be said about them. */
static int
fast(struct convert *c, size_t n)
{
	struct decoder before = c->dec;
	struct slice text;
	int changes = 0;
	char *to;

	if (c->skip || c->rest || c->undo || c->very_first || c->dec.step == decode_iconv)
		return 0;
	if (c->mixed || c->now) {
		int ascii = scan_ascii(c->in->p + c->in->pos, n) == n;

		if (c->mixed && !ascii)
			return 0;
		changes = !ascii;
	}
	c->dec.odd = c->dec.unended = c->dec.doubt = 0;
	to = out_room(DECODE_ROOM(n));
	text = text_of(c, (const unsigned char *)c->in->p + c->in->pos, n, to);
	if (!text.n || c->dec.unended || (c->framed && memchr(text.p, FS, text.n))) {
		c->dec = before;
		return 0;
	}
	if (changes)
		c->now = NULL;
	c->line += scan_count(text.p, text.n, '\n');
	if (text.p == to)
		out_took(text.n);
	else
		outs(text);
	return 1;
}

/* How many of the N bytes at P are lines of characters that are the same in every encoding but UTF-16. So what decides is
 * judged from the beginning of its line on, however reads fall. */
static size_t
plain_lines(const struct convert *c, const unsigned char *p, size_t n)
{
	size_t good = scan_ascii(p, n);
	const unsigned char *esc = p, *end = p + good;

	while ((esc = memchr(esc, '\033', (size_t)(end - esc))))
		if (++esc < end && *esc == '$') {
			good = (size_t)(esc - 1 - p);
			break;
		}
	return good == n ? n : whole_lines(c, p, good);
}

enum converted
convert(struct convert *c)
{
	struct in *in = c->in;
	size_t most = BLOCK;
	int decides = 0;

	if (!c->line)
		c->line = 1;
	if (c->framed && c->dec.compare)
		c->enc = encoder_new(c->encoding);
	while (!c->stop) {
		const unsigned char *p = (const unsigned char *)in->p + in->pos;
		size_t have = in->end - in->pos;
		size_t n = next_block(c, p, have < most ? have : most);

		if (!n && have < BLOCK && in_fill(in))
			continue;
		if (!n && !have)
			break;
		if (c->undecided) {
			size_t whole = n ? n : have, plain = plain_lines(c, p, whole);

			decides = !plain;
			if (decides)
				break;
			if (plain < whole)
				n = plain;
		}
		if (n && fast(c, n)) {
			in->pos += n;
			c->offset += n;
			most = most < BLOCK / 2 ? 2 * most : BLOCK;
		} else if (n > LITTLE)
			most = n / 2;
		else
			careful(c);
	}
	encoder_free(c->enc);
	c->enc = NULL;
	buf_free(&c->text);
	buf_free(&c->notes);
	return c->stop ? CONVERT_STRICT : decides ? CONVERT_UNDECIDED : CONVERT_ALL;
}
