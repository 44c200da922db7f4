/* rec.c - reading records; see rec.h */
#include "rec.h"

#include <string.h>

/* The length of a kind's name tells most of them apart; one comparison settles it. */
static enum kind
kind_of(struct slice s)
{
	static const struct {
		const char name[8];
		unsigned char n, kind;
	} kinds[] = {
		{"row", 3, K_ROW}, {"text", 4, K_TEXT}, {"head", 4, K_HEAD}, {"cols", 4, K_COLS},
		{"status", 6, K_STATUS}, {"date", 4, K_DATE}, {"agency", 6, K_AGENCY}, {"warn", 4, K_WARN},
		{"legend", 6, K_LEGEND}, {"grade", 5, K_GRADE}, {"bytes", 5, K_BYTES}, {"doc", 3, K_DOC},
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (kinds[i].n == s.n && memcmp(kinds[i].name, s.p, s.n) == 0)
			return (enum kind)kinds[i].kind;
	return K_OTHER;
}

/* LINE as digits up to the end of S; -1 if it is something else or absurdly long. */
static long
line_number(struct slice s)
{
	long u = 0;
	size_t i;

	if (s.n == 0 || s.n > 15)
		return -1;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		u = u * 10 + (s.p[i] - '0');
	}
	return u;
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

void
rec_parse(struct rec *r, struct slice line)
{
	struct slice rest = line;
	long number;

	*r = (struct rec){.raw = line, .kind = kind_of(take_field(&rest))};
	number = line_number(take_field(&rest));
	if (number < 0)
		r->kind = K_BAD;
	else
		r->line = (unsigned long)number;
	r->rest = rest;
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
is_text_kind(enum kind k)
{
	return k == K_TEXT || k == K_ROW || k == K_LEGEND || k == K_HEAD || k == K_COLS;
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
