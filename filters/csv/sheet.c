/* sheet.c - cells as CSV; see sheet.h */
#include "csv/sheet.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "stream/out.h"
#include "stream/trailer.h"

enum { SHOWN = 8 /* characters that a message names */ };

static void
put(struct sheet *s, struct slice text)
{
	size_t done = 0;

	s->bytes += text.n;
	if (s->fd < 0) {
		outs(text);
		return;
	}
	while (done < text.n) {
		ssize_t w = write(s->fd, text.p + done, text.n - done);

		if (w < 0 && errno != EINTR)
			die("%s: write failed, output is incomplete:", s->file);
		done += w > 0 ? (size_t)w : 0;
	}
}

void
sheet_begin(struct sheet *s)
{
	if (s->excel && !s->enc)
		put(s, slice_z("\xef\xbb\xbf"));
}

/* NUL, at which many readers stop, and RS, which ends a document for those that cut the output of -d, come as the
 * pictures that Unicode has of them. */
static void
put_text(struct buf *to, struct slice text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] == 0)
			buf_addz(to, "\xe2\x90\x80");
		else if (text.p[i] == RS)
			buf_addz(to, "\xe2\x90\x9e");
		else if (text.p[i] == '"')
			buf_add(to, "\"\"", 2);
		else
			buf_addc(to, text.p[i]);
}

static int
needs_quotes(struct slice text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (strchr(",\"\n\r", text.p[i]) && text.p[i])
			return 1;
	return 0;
}

void
sheet_name(struct sheet *s, struct slice text)
{
	int quotes = needs_quotes(text);

	if (s->cells++)
		buf_addc(&s->line, ',');
	if (quotes)
		buf_addc(&s->line, '"');
	put_text(&s->line, text);
	if (quotes)
		buf_addc(&s->line, '"');
}

/* C in ASCII, where it has a full-width form: a Japanese Excel takes these for the same. */
static uint32_t
narrow(uint32_t c)
{
	return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

/* Behind a sign: is this a number, or nothing but more signs? These are shown as they are. */
static int
is_figure(struct slice rest)
{
	size_t i = 0, len;

	for (; i < rest.n; i += len) {
		uint32_t c = narrow(utf8_next(rest.p + i, rest.n - i, &len));

		if (c >= 0x80 || !strchr("0123456789.,%-", (int)c))
			return 0;
	}
	return 1;
}

/* Would a spreadsheet run it? (OWASP, CSV Injection: = + - @, a tab or CR in front.) */
static int
is_formula(struct slice text)
{
	size_t len;
	uint32_t c;

	if (text.n == 0)
		return 0;
	c = narrow(utf8_next(text.p, text.n, &len));
	if (c == '+' || c == '-')
		return !is_figure((struct slice){text.p + len, text.n - len});
	return c == '=' || c == '@' || c == '\t' || c == '\r';
}

void
sheet_cell(struct sheet *s, struct slice text)
{
	struct buf harmless = {0};

	if (!s->excel || !is_formula(text)) {
		sheet_name(s, text);
		return;
	}
	s->formulas++;
	buf_addc(&harmless, '\'');
	buf_adds(&harmless, text);
	sheet_name(s, slice_of(&harmless));
	buf_free(&harmless);
}

/* Character by character, '?' for what the encoding lacks. */
static void
encode_what_can_be(struct sheet *s, struct place at)
{
	struct buf lacking = {0};
	unsigned long n = 0;
	size_t i, len;

	for (i = 0; i < s->line.n; i += len) {
		struct slice c;

		utf8_next(s->line.p + i, s->line.n - i, &len);
		c = (struct slice){s->line.p + i, len};
		if (encode(s->enc, &s->encoded, c))
			continue;
		encode(s->enc, &s->encoded, slice_z("?"));
		if (n++ < SHOWN)
			buf_adds(&lacking, c);
	}
	say(MSG_NOT_IN_ENCODING, at, n, (int)lacking.n, lacking.p, s->encoding);
	buf_free(&lacking);
}

void
sheet_end_line(struct sheet *s, struct place at)
{
	if (s->formulas)
		say(MSG_FORMULA, at, s->formulas);
	s->formulas = 0;
	buf_addz(&s->line, s->excel ? "\r\n" : "\n");
	buf_clear(&s->encoded);
	if (s->enc && !encode(s->enc, &s->encoded, slice_of(&s->line)))
		encode_what_can_be(s, at);
	put(s, s->enc ? slice_of(&s->encoded) : slice_of(&s->line));
	buf_clear(&s->line);
	s->cells = 0;
}
