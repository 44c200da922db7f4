/* rec.c - reading records; see rec.h */
#include "rec.h"

#include <string.h>

#include "utf8.h"

int records_are_utf8;

uint64_t
rec_serial(void)
{
	static uint64_t serial;

	return ++serial;
}

/* S is NAME, which has as many bytes: one or two instructions of a comparison. */
#define IS(name) (memcmp(s.p, name, sizeof(name) - 1) == 0)

static enum kind
kind_of(struct slice s)
{
	switch (s.n) {
	case 3: return IS("row") ? K_ROW : IS("doc") ? K_DOC : K_OTHER;
	case 4:
		return IS("text") ? K_TEXT
		    : IS("date") ? K_DATE
		    : IS("head") ? K_HEAD
		    : IS("cols") ? K_COLS
		    : IS("warn") ? K_WARN
		    : IS("fill") ? K_FILL
		    : K_OTHER;
	case 5: return IS("grade") ? K_GRADE : IS("bytes") ? K_BYTES : IS("names") ? K_NAMES : K_OTHER;
	case 6:
		return IS("status") ? K_STATUS
		    : IS("agency") ? K_AGENCY
		    : IS("legend") ? K_LEGEND
		    : IS("define") ? K_DEFINE
		    : IS("source") ? K_SOURCE
		    : K_OTHER;
	}
	return K_OTHER;
}

enum { LINE_DIGITS = 15 }; /* more are no line of any document */

/* The digits at P, up to the tab or the end behind them; -1 if something else is there. */
static long
line_number(const char **p, const char *end)
{
	const char *from = *p;
	long u = 0;

	for (; *p < end && **p >= '0' && **p <= '9' && *p - from <= LINE_DIGITS; (*p)++)
		u = u * 10 + (**p - '0');
	return *p == from || *p - from > LINE_DIGITS || (*p < end && **p != '\t') ? -1 : u;
}

void
rec_parse(struct rec *r, struct slice line)
{
	const char *p = line.p, *end = p + line.n;
	long number;

	while (p < end && *p != '\t') /* a few bytes, for which memchr is more call than search */
		p++;
	r->raw = line;
	r->cut = 0;
	r->kind = kind_of((struct slice){line.p, (size_t)(p - line.p)});
	p += p < end;
	number = line_number(&p, end);
	if (number < 0) {
		r->kind = K_BAD;
		while (p < end && *p != '\t')
			p++;
	}
	r->line = number < 0 ? 0 : (unsigned long)number;
	p += p < end;
	r->rest = (struct slice){p, (size_t)(end - p)};
	r->serial = rec_serial();
}

int
rec_read(struct in *in, struct rec *r)
{
	struct slice line;
	enum got got;
	int more = in->cut;

	in->limit = REC_LIMIT;
	got = in_line(in, &line);
	if (got == GOT_NONE)
		return 0;
	in->cut = got == GOT_PIECE;
	if (in->cut && !more)
		say(MSG_BAD_RECORD, (struct place){in->name, 0, 0}, "too long, passed on unread");
	if (in->cut || more)
		*r = (struct rec){.raw = line, .cut = in->cut, .kind = K_BAD};
	else
		rec_parse(r, line);
	return 1;
}

int
is_utf8(struct slice s)
{
	return records_are_utf8 || utf8_valid(s.p, s.n) == s.n;
}

/* Cuts the first field off *S. */
static struct slice
take_field(struct slice *s)
{
	const char *tab = s->n ? memchr(s->p, '\t', s->n) : NULL;
	size_t n = tab ? (size_t)(tab - s->p) : s->n, skip = tab ? n + 1 : n;
	struct slice f = {s->p, n};

	s->p += skip;
	s->n -= skip;
	return f;
}

size_t
rec_fields(const struct rec *r, struct fields *to)
{
	struct slice rest = r->rest;
	int more = r->rest.p != r->raw.p + r->raw.n || r->rest.p[-1] == '\t';

	for (to->n = 0; more; to->n++) {
		const char *end = rest.p + rest.n;

		if (to->n == to->cap) {
			to->cap = to->cap ? 2 * to->cap : 16;
			to->f = erealloc(to->f, to->cap * sizeof(*to->f));
		}
		to->f[to->n] = take_field(&rest);
		more = to->f[to->n].p + to->f[to->n].n < end;
	}
	return to->n;
}

static char
unescaped(char c)
{
	switch (c) {
	case 't': return '\t';
	case 'n': return '\n';
	case 'r': return '\r';
	case '\\': return '\\';
	}
	return 0;
}

void
unesc(struct buf *to, struct slice field)
{
	const char *p = field.p, *end = p + field.n, *b;

	while (p < end && (b = memchr(p, '\\', (size_t)(end - p)))) {
		char c = b + 1 < end ? unescaped(b[1]) : 0;

		buf_add(to, p, (size_t)(b - p));
		buf_addc(to, c ? c : '\\'); /* any other pair is no escape: it stands for itself */
		p = b + (c ? 2 : 1);
	}
	buf_add(to, p, (size_t)(end - p));
}

struct slice
unesc_tmp(struct buf *tmp, struct slice field)
{
	if (field.n == 0 || !memchr(field.p, '\\', field.n))
		return field;
	buf_clear(tmp);
	unesc(tmp, field);
	return slice_of(tmp);
}
