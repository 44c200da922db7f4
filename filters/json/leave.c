/* leave.c - JSON on its way out; see leave.h */
#include "json/leave.h"

#include <string.h>

#include "base/scan.h"

/* How many bytes the character at P has, of LEFT, if it is one that is escaped; 0: it is none. */
static size_t
ends_a_line(const char *p, size_t left)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0x7f)
		return 1;
	if (u[0] == 0xc2 && left > 1 && u[1] < 0xa0)
		return 2;
	if (u[0] == 0xe2 && left > 2 && u[1] == 0x80 && (u[2] | 1) == 0xa9)
		return 3;
	return 0;
}

/* Where in the N bytes at P the first of them stands; N if none does. By vectors it takes a hundredth of the time that
 * the rest takes. */
static size_t
first_of_them(const char *p, size_t n)
{
	size_t i = 0;

#ifdef TZ_VECTORS
	for (; n - i >= 18; i += 16) {
		v16 a = v16_load(p + i), b = v16_load(p + i + 1), c = v16_load(p + i + 2);
		v16 found = (v16)(a == 0x7f) | ((v16)(a == 0xc2) & (v16)(b < 0xa0)) |
			((v16)(a == 0xe2) & (v16)(b == 0x80) & (v16)((c | 1) == 0xa9));

		if (v16_any(found))
			return i + v16_first(found);
	}
#endif
	while (i < n && !ends_a_line(p + i, n - i))
		i++;
	return i;
}

static void
put_escape(struct buf *to, const char *p, size_t bytes)
{
	static const char hex[] = "0123456789ABCDEF";
	const unsigned char *u = (const unsigned char *)p;
	unsigned c = bytes == 1 ? u[0] : bytes == 2 ? u[1] : 0x2000U + (u[2] & 0x3fU);
	int shift;

	buf_addz(to, "\\u");
	for (shift = 12; shift >= 0; shift -= 4)
		buf_addc(to, hex[c >> shift & 15]);
}

static void
put_escaped(struct buf *to, struct slice s)
{
	size_t i = 0;

	while (i < s.n) {
		size_t plain = first_of_them(s.p + i, s.n - i), bytes;

		buf_add(to, s.p + i, plain);
		i += plain;
		if (i == s.n)
			return;
		bytes = ends_a_line(s.p + i, s.n - i);
		put_escape(to, s.p + i, bytes);
		i += bytes;
	}
}

static void
new_line(struct buf *to, const struct leaving *in)
{
	int i;

	buf_addc(to, '\n');
	for (i = 0; i < in->depth; i++)
		buf_addz(to, "  ");
}

/* One character outside of strings; blanks and newlines are ours. */
static void
put_indented(struct buf *to, struct leaving *in, char c)
{
	if (c == ' ' || c == '\n')
		return;
	if (c == '}' || c == ']') {
		in->depth--;
		if (!in->opened)
			new_line(to, in);
	} else if (in->opened)
		new_line(to, in);
	buf_addc(to, c);
	in->opened = c == '{' || c == '[';
	in->depth += in->opened;
	if (c == ',')
		new_line(to, in);
	else if (c == ':')
		buf_addc(to, ' ');
	else if (in->depth == 0)
		buf_addc(to, '\n');
	in->string = c == '"';
}

static void
indented(struct buf *to, struct leaving *in, struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!in->string)
			put_indented(to, in, s.p[i]);
		else {
			buf_addc(to, s.p[i]);
			in->string = in->slash || s.p[i] != '"';
			in->slash = !in->slash && s.p[i] == '\\';
		}
}

void
leave_ready(struct buf *w, size_t from, struct leaving *l)
{
	struct slice s = {slice_of(w).p + from, w->n - from};

	if (first_of_them(s.p, s.n) < s.n) {
		buf_clear(&l->escaped);
		put_escaped(&l->escaped, s);
		s = slice_of(&l->escaped);
	} else if (!l->indent)
		return;
	if (l->indent) {
		buf_clear(&l->pretty);
		indented(&l->pretty, l, s);
		s = slice_of(&l->pretty);
	}
	w->n = from;
	buf_adds(w, s);
}
