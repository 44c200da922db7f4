/* lay.c - records and the lines of the file; see lay.h */
#include "html/lay.h"

#include <limits.h>
#include <string.h>

#include "stream/out.h"
#include "stream/rec.h"

enum { CHUNK = LINE_LIMIT / 2, MANY = LINE_LIMIT };

void
lay_begin(struct lay *l)
{
	buf_clear(&l->lines);
	buf_clear(&l->noted);
	l->notes = 0;
	l->first = l->last = 1;
	l->at = 0;
}

void
lay_line(struct lay *l, struct slice text, unsigned long number, int again)
{
	l->last = number;
	if (again && l->lines.n)
		l->lines.n--; /* its newline: the line goes on */
	buf_adds(&l->lines, text);
	buf_addc(&l->lines, '\n');
}

void
lay_note(struct lay *l, struct slice fields, unsigned long number)
{
	if (l->notes == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 16;
		l->note = erealloc(l->note, l->cap * sizeof(*l->note));
	}
	buf_adds(&l->noted, fields);
	l->note[l->notes++] = (struct lay_note){number, l->noted.n};
}

/* Writes TEXT, whole lines without the last one's newline, in records that are not too long. A piece that ends inside of
 * a line says so. */
static void
put_page(struct lay *l, struct slice text)
{
	do {
		size_t n = text.n, skip = 0;

		if (n > CHUNK) {
			n = CHUNK;
			while (n > 1 && text.p[n] != '\n')
				n--;
			skip = n > 1;
			if (n <= 1)
				for (n = CHUNK; ((unsigned char)text.p[n] & 0xc0) == 0x80; n--)
					;
		}
		out_rec("page", l->at);
		out_field((struct slice){text.p, n});
		if (n < text.n && !skip)
			out_fieldz("+");
		out_end();
		text.p += n + skip;
		text.n -= n + skip;
		if (skip && text.n == 0) { /* an empty line is the last */
			out_rec("page", l->at);
			out_fieldz("");
			out_end();
		}
	} while (text.n);
}

/* What is noted about lines below END. */
static void
put_notes(struct lay *l, unsigned long end)
{
	size_t i, from = 0, rest;

	for (i = 0; i < l->notes && l->note[i].line < end; i++) {
		struct slice f = {l->noted.p + from, l->note[i].end - from};
		const char *tab = memchr(f.p, '\t', f.n);
		size_t kind = tab ? (size_t)(tab - f.p) : f.n;

		outs((struct slice){f.p, kind});
		outc('\t');
		outu(l->note[i].line);
		outs((struct slice){f.p + kind, f.n - kind});
		outc('\n');
		from = l->note[i].end;
	}
	if (i == 0)
		return;
	rest = l->noted.n - from;
	memmove(l->noted.p, l->noted.p + from, rest);
	l->noted.n = rest;
	l->notes -= i;
	memmove(l->note, l->note + i, l->notes * sizeof(*l->note));
	for (i = 0; i < l->notes; i++)
		l->note[i].end -= from;
}

/* Lines below END go behind the last record. */
static void
put_lines(struct lay *l, unsigned long end)
{
	const char *p = l->lines.p, *stop = p + l->lines.n;
	size_t n;

	for (; p < stop && l->first < end; l->first++)
		p = (const char *)memchr(p, '\n', (size_t)(stop - p)) + 1;
	n = (size_t)(p - l->lines.p);
	if (n == 0)
		return;
	put_page(l, (struct slice){l->lines.p, n - 1});
	put_notes(l, end);
	l->lines.n -= n;
	memmove(l->lines.p, l->lines.p + n, l->lines.n);
}

/* The file begins with lines that show nothing: they need a record. */
static void
need_record(struct lay *l)
{
	if (l->at)
		return;
	l->at = 1;
	out_rec("text", 1);
	out_fieldz("");
	out_end();
}

unsigned long
lay_record(struct lay *l, unsigned long line)
{
	if (line > l->last)
		line = l->last;
	if (line < l->at)
		line = l->at;
	if (line > 1)
		need_record(l);
	if (l->at)
		put_lines(l, line);
	l->at = line;
	return line;
}

void
lay_text(struct lay *l, const char *kind, unsigned long line, struct slice text)
{
	out_rec(kind, lay_record(l, line));
	out_field(text);
	out_end();
}

void
lay_relieve(struct lay *l, unsigned long open)
{
	if (l->lines.n < MANY)
		return;
	need_record(l);
	put_lines(l, open && open < l->last ? open : l->last);
}

void
lay_end(struct lay *l)
{
	if (l->lines.n)
		need_record(l);
	put_lines(l, ULONG_MAX);
}
