/* text.c - text without its white space; see agency/text.h */
#include "agency/text.h"

static int
is_start(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

static enum gap
gap_of(char c)
{
	if (c == ' ' || c == '\t')
		return GAP_BLANK;
	return c == '\n' || c == '\r' ? GAP_LINE : GAP_NONE;
}

static void
room(struct agencytext *t, size_t n)
{
	if (n <= t->cap)
		return;
	t->cap = 2 * n;
	t->at = erealloc(t->at, t->cap * sizeof(*t->at));
}

void
agencytext_set(struct agencytext *t, struct slice text)
{
	struct folded *f = &t->folded;
	enum gap gap = GAP_NONE;
	size_t i, next;

	fold_line(f, text);
	buf_clear(&t->key);
	t->source = text;
	room(t, f->text.n + 1);
	for (i = 0; i < f->text.n; i = next) {
		enum gap g = gap_of(f->text.p[i]);
		struct slice s;

		for (next = i + 1; next < f->text.n && !is_start(f->text.p[next]); next++)
			;
		if (g != GAP_NONE) {
			gap = g > gap ? g : gap;
			continue;
		}
		s = fold_source(f, i, next);
		for (; i < next; i++) {
			size_t from = (size_t)(s.p - text.p);

			t->at[t->key.n] = (struct agencychar){from, from + s.n, gap};
			buf_addc(&t->key, f->text.p[i]);
		}
		gap = GAP_NONE;
	}
	t->at[t->key.n] = (struct agencychar){text.n, text.n, GAP_LINE};
}

int
agencytext_spaced(const struct agencytext *t, size_t from, size_t to)
{
	size_t i, chars = 1;

	for (i = from + 1; i < to; i++) {
		if (!is_start(t->key.p[i]))
			continue;
		if (t->at[i].gap == GAP_NONE)
			return 0;
		chars++;
	}
	return chars > 1;
}

enum gap
agencytext_gap(const struct agencytext *t, size_t from, size_t to)
{
	enum gap gap = GAP_NONE;
	size_t i;

	for (i = from + 1; i < to; i++)
		if (is_start(t->key.p[i]) && t->at[i].gap > gap)
			gap = t->at[i].gap;
	return gap;
}

void
agencytext_raw(struct buf *to, const struct agencytext *t, size_t from, size_t end)
{
	int spaced = agencytext_spaced(t, from, end);
	size_t i;

	for (i = from; i < end; i++) {
		const struct agencychar *c = &t->at[i];

		if (!is_start(t->key.p[i]))
			continue;
		if (i > from && c->gap == GAP_BLANK && !spaced)
			buf_add(to, t->source.p + c[-1].to, c->from - c[-1].to);
		buf_add(to, t->source.p + c->from, c->to - c->from);
	}
}
