/* rec.c - reading records; see rec.h */
#include "stream/rec.h"

#include <string.h>

#include "base/scan.h"
#include "base/utf8.h"

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
	case 3: return IS("row") ? K_ROW : IS("doc") ? K_DOC : IS("raw") ? K_RAW : IS("why") ? K_WHY : K_OTHER;
	case 4:
		return IS("text") ? K_TEXT
		    : IS("date") ? K_DATE
		    : IS("head") ? K_HEAD
		    : IS("cols") ? K_COLS
		    : IS("warn") ? K_WARN
		    : IS("fill") ? K_FILL
		    : IS("code") ? K_CODE
		    : IS("rule") ? K_RULE
		    : IS("page") ? K_PAGE
		    : K_OTHER;
	case 5:
		return IS("grade") ? K_GRADE
		    : IS("bytes") ? K_BYTES
		    : IS("names") ? K_NAMES
		    : IS("block") ? K_BLOCK
		    : IS("roles") ? K_ROLES
		    : IS("value") ? K_VALUE
		    : IS("lines") ? K_LINES
		    : K_OTHER;
	case 6:
		return IS("status") ? K_STATUS
		    : IS("agency") ? K_AGENCY
		    : IS("legend") ? K_LEGEND
		    : IS("define") ? K_DEFINE
		    : IS("source") ? K_SOURCE
		    : IS("labels") ? K_LABELS
		    : K_OTHER;
	case 7: return IS("covered") ? K_COVERED : K_OTHER;
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

/* Sets the kind, the line and the fields of R. */
static void
any_head(struct rec *r, struct slice line)
{
	const char *p = line.p, *end = p + line.n;
	long number;

	while (p < end && *p != '\t') /* a few bytes, for which memchr is more call than search */
		p++;
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
}

#if defined(TZ_VECTORS) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
enum { WORD = 8 };
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define FIVE(s) ((uint64_t)(s)[0] | (uint64_t)(s)[1] << 8 | (uint64_t)(s)[2] << 16 | (uint64_t)(s)[3] << 24 | (uint64_t)(s)[4] << 32)

/* The kind of a record that begins with the bytes W, and in *N how many of them say so; K_OTHER if it is none of those that
 * nearly all records are. */
static inline enum kind
usual_kind(uint64_t w, size_t *n)
{
	uint64_t five = w & UINT64_C(0xffffffffff);

	*n = 5;
	if (five == FIVE("text\t"))
		return K_TEXT;
	if (five == FIVE("head\t"))
		return K_HEAD;
	if (five == FIVE("cols\t"))
		return K_COLS;
	*n = 4;
	return (w & 0xffffffff) == (FIVE("row\t") & 0xffffffff) ? K_ROW : K_OTHER;
}

/* The first eight of the N bytes at P, or all of them with zeros behind them; before their end, eight can be read. */
static inline uint64_t
word_at(const char *p, size_t n)
{
	uint64_t w;

	memcpy(&w, n < WORD ? p + n - WORD : p, WORD);
	return n == 0 ? 0 : n < WORD ? w >> 8 * (WORD - n) : w;
}

/* The number that the DIGITS bytes, one to seven of them, in W say, each of them less '0': pairs of digits first, then
 * pairs of those. */
static inline unsigned long
number_of(uint64_t w, unsigned digits)
{
	const uint64_t pair = UINT64_C(0x000000ff000000ff);

	w <<= 8 * (WORD - digits);
	w = w * 10 + (w >> 8);
	return (unsigned long)(((w & pair) * (100 + (UINT64_C(1000000) << 32)) + (w >> 16 & pair) * (1 + (UINT64_C(10000) << 32))) >> 32);
}

/* any_head of a record with one of the usual kinds, a line of up to seven digits and a tab behind it; 0 if it is another.
 * Takes two fifths of the time. */
static inline int
usual_head(struct rec *r, struct slice line)
{
	uint64_t w, other;
	unsigned digits;
	size_t n;

	if (line.n < WORD)
		return 0;
	r->kind = usual_kind(word_at(line.p, line.n), &n);
	if (r->kind == K_OTHER)
		return 0;
	w = word_at(line.p + n, line.n - n) ^ EACH('0');
	other = ((w + EACH(0x7f - 9)) | w) & EACH(0x80); /* the lowest bit is right: see eight_special in json/jw.c */
	digits = other ? (unsigned)__builtin_ctzll(other) / 8 : 0;
	if (digits == 0 || (w >> 8 * digits & 0xff) != ('\t' ^ '0'))
		return 0;
	r->line = number_of(w, digits);
	n += digits + 1;
	r->rest = (struct slice){line.p + n, line.n - n};
	return 1;
}
#else
static int
usual_head(struct rec *r, struct slice line)
{
	(void)r;
	(void)line;
	return 0;
}
#endif

void
rec_parse(struct rec *r, struct slice line)
{
	r->raw = line;
	r->cut = 0;
	r->serial = rec_serial();
	if (!usual_head(r, line))
		any_head(r, line);
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
