/* rebuild.c - lines back to bytes; see rebuild.h */
#include "restore/rebuild.h"

#include <string.h>

#include "stream/in.h"
#include "stream/out.h"
#include "base/utf8.h"

/* TEXT with a '?' for each character that the encoding lacks: only an edited tree has any. */
static void
encode_what_goes(struct rebuild *r, struct slice text)
{
	struct buf kept = {0}, scratch = {0};
	unsigned long lost = 0;
	size_t len;

	for (; text.n; text.p += len, text.n -= len) {
		utf8_next(text.p, text.n, &len);
		buf_clear(&scratch);
		if (encode(r->enc, &scratch, (struct slice){text.p, len}))
			buf_add(&kept, text.p, len);
		else {
			buf_addc(&kept, '?');
			lost++;
		}
	}
	say(MSG_NO_CODE, r->place, lost);
	encode(r->enc, &r->out, slice_of(&kept));
	buf_free(&kept);
	buf_free(&scratch);
}

static void
encode_text(struct rebuild *r)
{
	if (r->text.n && !encode(r->enc, &r->out, slice_of(&r->text)))
		encode_what_goes(r, slice_of(&r->text));
	outs(slice_of(&r->out));
	buf_clear(&r->out);
	buf_clear(&r->text);
}

static void
begin_line(struct rebuild *r, unsigned long line)
{
	r->line = r->place.line = line;
	r->column = 1;
	r->ended = 0;
}

static void
end_line(struct rebuild *r)
{
	if (!r->ended)
		buf_addz(&r->text, r->newline);
	encode_text(r);
}

int
rebuild_begin(struct rebuild *r, const char *name, const char *encoding, int bom, const char *newline)
{
	encoder_free(r->enc);
	r->enc = encoder_new(encoding);
	r->newline = newline;
	r->place = (struct place){name, 0, 0};
	r->line = 0;
	buf_clear(&r->text);
	if (r->enc && bom)
		buf_addz(&r->text, "\xef\xbb\xbf");
	return r->enc != NULL;
}

void
rebuild_line(struct rebuild *r, unsigned long line)
{
	if (r->line == 0) {
		encode_text(r); /* the byte order mark */
		begin_line(r, 1);
	}
	if (line < r->line) {
		say(MSG_LINE_BACK, r->place, line);
		line = r->line + 1;
	}
	while (r->line < line) {
		end_line(r);
		begin_line(r, r->line + 1);
	}
}

/* The parts of a line together are at most LINE_LIMIT. Beyond that it came in pieces, each of which was
 * decoded by itself; joining them would hold all of the line in memory. */
void
rebuild_text(struct rebuild *r, struct slice text)
{
	if (r->text.n + text.n > LINE_LIMIT) {
		r->column += utf8_count(r->text.p, r->text.n);
		encode_text(r);
	}
	buf_adds(&r->text, text);
	if (text.n)
		r->ended = 0;
}

static int
nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Cuts r->text off at COLUMN; what is before it is encoded. */
static void
encode_up_to(struct rebuild *r, unsigned long column)
{
	size_t at = 0, len;

	for (; r->column < column && at < r->text.n; r->column++, at += len)
		utf8_next(r->text.p + at, r->text.n - at, &len);
	r->text.n = at;
	encode_text(r);
}

int
rebuild_bytes(struct rebuild *r, unsigned long column, struct slice hex)
{
	unsigned long end = r->column + utf8_count(r->text.p, r->text.n);
	size_t i;

	for (i = 0; i < hex.n; i++)
		if (nibble(hex.p[i]) < 0)
			return 0;
	if (hex.n % 2 || column < r->column || column > end)
		return 0;
	encode_up_to(r, column);
	for (i = 0; i < hex.n; i += 2)
		outc((char)(nibble(hex.p[i]) << 4 | nibble(hex.p[i + 1])));
	r->column = end;
	r->ended = 1;
	return 1;
}

void
rebuild_end(struct rebuild *r, unsigned long last, int final)
{
	if (last)
		rebuild_line(r, last);
	if (last && final)
		end_line(r);
	encode_text(r);
}
