/* lines.c - the text stream with its frame; see lines.h */
#include "stream/lines.h"

#include <string.h>

#include "stream/rec.h"

/* A shorter line was never cut, so nobody has to look behind it. */
enum { MAYBE_CUT = 64 * 1024 };

/* So many bytes of lines handed out are not worth a move. */
enum { KEPT = 16 * 1024 };

void
lines_begin(struct lines *l, struct in *in)
{
	*l = (struct lines){.in = in};
	while (in->end - in->pos < 2 && in_fill(in))
		;
	if (in->end - in->pos < 2 || in->p[in->pos] != FS)
		return;
	if (in->p[in->pos + 1] == FS)
		in->pos++; /* a plain document that begins with FS: decode has doubled it */
	else
		l->framed = 1;
}

void
lines_end(struct lines *l)
{
	struct buf q = {(char *)l->q, 0, 0};

	buf_free(&l->ahead);
	buf_free(&l->held);
	buf_free(&q);
}

/* Line I of those read ahead, reading on as far as needed. */
static int
raw_ahead(struct lines *l, size_t i, struct slice *text, enum got *got)
{
	size_t from;

	while (l->next + i >= l->n) {
		struct slice line;
		enum got g = in_line(l->in, &line);

		if (g == GOT_NONE)
			return 0;
		if (l->n == l->cap) {
			l->cap = l->cap ? 2 * l->cap : 16;
			l->q = erealloc(l->q, l->cap * sizeof(*l->q));
		}
		buf_room(&l->ahead, line.n + 1); /* an empty line is a slice of something, too */
		buf_adds(&l->ahead, line);
		l->q[l->n++] = (struct ahead){l->ahead.n, g, LINE_UNKNOWN};
	}
	i += l->next;
	from = i ? l->q[i - 1].end : 0;
	*text = (struct slice){l->ahead.p + from, l->q[i].end - from};
	*got = l->q[i].got;
	return 1;
}

/* Lets go of the lines handed out, once they are most of what is held: looking ahead from every line must not keep them all. */
static void
forget_past(struct lines *l)
{
	size_t i, gone = l->next ? l->q[l->next - 1].end : 0;

	if (gone < KEPT || gone < l->ahead.n - gone)
		return;
	memmove(l->ahead.p, l->ahead.p + gone, l->ahead.n - gone);
	l->ahead.n -= gone;
	for (i = l->next; i < l->n; i++)
		l->q[i - l->next] = (struct ahead){l->q[i].end - gone, l->q[i].got, l->q[i].utf8};
	l->n -= l->next;
	l->next = 0;
}

static int
raw_next(struct lines *l, struct slice *text, enum got *got)
{
	if (l->next < l->n) {
		forget_past(l);
		raw_ahead(l, 0, text, got);
		l->next++;
		return 1;
	}
	l->next = l->n = 0;
	buf_clear(&l->ahead);
	*got = in_line(l->in, text);
	return *got != GOT_NONE;
}

static int
is_cont(const struct lines *l, struct slice s)
{
	return l->framed && s.n == 6 && memcmp(s.p, "\034\tcont", 6) == 0;
}

/* Says what TEXT is, and takes the frame's bytes off it. */
static void
classify(const struct lines *l, struct slice text, enum got got, struct line *line)
{
	size_t skip = 0;

	*line = (struct line){.kind = LINE_TEXT, .cut = got == GOT_PIECE, .ended = got == GOT_LINE};
	if (l->framed && text.n > 1 && text.p[0] == FS) {
		if (text.p[1] == '\t')
			line->kind = LINE_NOTE;
		else if (text.p[1] != FS)
			line->kind = LINE_HEADER;
		skip = text.p[1] == '\t' ? 2 : 1;
	}
	line->text = (struct slice){text.p + skip, text.n - skip};
}

/* Whether decode has cut the line: then "cont" stands behind it, or behind the notes about it. */
static int
is_cut_by_decode(struct lines *l)
{
	struct slice text;
	struct line line;
	enum got got;
	size_t i;

	for (i = 0; raw_ahead(l, i, &text, &got); i++) {
		if (is_cont(l, text))
			return 1;
		classify(l, text, got, &line);
		if (line.kind != LINE_NOTE)
			return 0;
	}
	return 0;
}

int
lines_next(struct lines *l, struct line *line)
{
	struct slice text;
	enum got got;

	do
		if (!raw_next(l, &text, &got))
			return 0;
	while (is_cont(l, text));
	classify(l, text, got, line);
	if (line->kind == LINE_TEXT) {
		line->again = l->cut;
		line->utf8 = l->next && l->q[l->next - 1].utf8 == LINE_UTF8;
		if (l->n == 0) /* it was not read ahead, and stands in the window behind the lines before it */
			line->room = (size_t)(line->text.p - l->in->p);
		if (l->framed && line->text.n >= MAYBE_CUT && !line->cut) {
			buf_clear(&l->held);
			buf_adds(&l->held, line->text);
			line->text = slice_of(&l->held);
			line->room = 0;
			line->cut = is_cut_by_decode(l);
		}
		l->cut = line->cut;
	} else if (line->kind == LINE_HEADER) {
		l->cut = 0;
	}
	return 1;
}

int
lines_next_byte(const struct lines *l)
{
	const struct in *in = l->in;

	size_t from = l->next ? l->q[l->next - 1].end : 0;

	if (l->next < l->n)
		return from < l->q[l->next].end ? (unsigned char)l->ahead.p[from] : '\n';
	return in->pos < in->end ? (unsigned char)in->p[in->pos] : -1;
}

int
lines_peek(struct lines *l, size_t i, struct line *line)
{
	struct slice text;
	enum got got;

	if (!raw_ahead(l, i, &text, &got))
		return 0;
	classify(l, text, got, line);
	return 1;
}

int
lines_is_utf8(struct lines *l, size_t i, struct slice text)
{
	struct ahead *a = &l->q[l->next + i];

	if (a->utf8 == LINE_UNKNOWN)
		a->utf8 = is_utf8(text) ? LINE_UTF8 : LINE_BAD;
	return a->utf8 == LINE_UTF8;
}
