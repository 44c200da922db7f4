/* frame.c - writes the framed text stream; see frame.h */
#include "stream/frame.h"

#include <string.h>

#include "stream/lines.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "base/utf8.h"

static int
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* A name that has \\xNN itself is not to be taken for one that has that byte. */
static void
add_good(struct buf *to, const char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		buf_addc(to, p[i]);
		if (p[i] == '\\' && n - i > 3 && p[i + 1] == 'x' && is_hex(p[i + 2]) && is_hex(p[i + 3]))
			buf_addz(to, "x5c");
	}
}

void
frame_name(struct buf *to, const char *name)
{
	static const char hex[] = "0123456789abcdef";
	size_t n = strlen(name), i = 0;

	if (!*name || *name == FS)
		buf_addz(to, "./");
	while (i < n) {
		size_t good = utf8_valid(name + i, n - i);

		add_good(to, name + i, good);
		i += good;
		if (i < n) {
			unsigned char c = (unsigned char)name[i++];

			buf_addz(to, "\\x");
			buf_addc(to, hex[c >> 4]);
			buf_addc(to, hex[c & 15]);
		}
	}
}

static void
out_name(const char *name)
{
	struct buf text = {0}, field = {0};

	frame_name(&text, name);
	esc(&field, slice_of(&text));
	outc(FS);
	outs(slice_of(&field));
	buf_free(&text);
	buf_free(&field);
}

static void
out_fields(const char *encoding, const char *bom, const char *newline, const char *final, const char *readers)
{
	const char *field[] = {encoding, bom, newline, final, readers};
	size_t i;

	for (i = 0; i < sizeof(field) / sizeof(*field) && field[i]; i++) {
		outc('\t');
		outz(field[i]);
	}
	outc('\n');
}

void
frame_header(const char *name, const char *encoding, int bom, enum newline newline, int final, const char *readers)
{
	out_name(name);
	out_fields(encoding, bom ? "yes" : "no", newline_name(newline), final ? "yes" : "no", readers);
}

void
frame_unconverted(const char *name, const char *readers)
{
	out_name(name);
	out_fields("-", "-", "-", "-", readers);
}

void
frame_line(struct slice text)
{
	if (text.n && *text.p == FS)
		outc(FS);
	outs(text);
	outc('\n');
}

static void
begin_note(const char *kind)
{
	outc(FS);
	outc('\t');
	outz(kind);
}

void
frame_warn(enum msg id, struct slice message)
{
	struct buf field = {0};

	esc(&field, message);
	begin_note("warn");
	outc('\t');
	outz(msg_code(id));
	outc('\t');
	outs(slice_of(&field));
	outc('\n');
	buf_free(&field);
}

void
frame_bytes(size_t column, const unsigned char *p, size_t n)
{
	static const char hex[] = "0123456789abcdef";

	begin_note("bytes");
	outc('\t');
	outu(column);
	outc('\t');
	while (n) {
		size_t i, part = n < OUT_ROOM / 2 ? n : OUT_ROOM / 2;
		char *o = out_room(2 * part);

		for (i = 0; i < part; i++) {
			*o++ = hex[p[i] >> 4];
			*o++ = hex[p[i] & 15];
		}
		out_took(2 * part);
		p += part;
		n -= part;
	}
	outc('\n');
}

void
frame_cont(void)
{
	begin_note("cont");
	outc('\n');
}
