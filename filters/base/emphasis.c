/* emphasis.c - delimiter runs; see emphasis.h */
#include "base/emphasis.h"

/* Nothing, white space, punctuation, an ideograph or the like, another letter. */
enum side { EDGE, PUNCTUATION, CJK, LETTER };

static int
is_ascii_letter(unsigned long c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static enum side
side_of(unsigned long c)
{
	if (c == 0 || c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a))
		return EDGE;
	if (c < 0x80)
		return is_ascii_letter(c) ? LETTER : PUNCTUATION;
	if (c >= 0x2e80)
		return CJK; /* their punctuation among them */
	return (c >= 0x2010 && c <= 0x2bff) || (c >= 0xa1 && c <= 0xbf) ? PUNCTUATION : LETTER;
}

void
emphasis_run(struct emphasis *e, size_t at, size_t n, char c, unsigned long before, unsigned long after)
{
	enum side b = side_of(before), a = side_of(after);
	int left = a != EDGE && (a != PUNCTUATION || b != LETTER);
	int right = b != EDGE && (b != PUNCTUATION || a != LETTER);
	struct run *r;

	if (e->n == RUNS || (c == '~' && n != 2) || (c == '*' && n == 1 && is_ascii_letter(before) && is_ascii_letter(after)))
		return; /* 3*4*5 */
	r = &e->run[e->n++];
	*r = (struct run){.at = at, .n = n, .c = c, .whole = (unsigned char)(n % 3)};
	r->opens = (unsigned char)(left && (c != '_' || !right || b == PUNCTUATION));
	r->closes = (unsigned char)(right && (c != '_' || !left || a == PUNCTUATION));
}

/* Rules 9 and 10: where one of two runs both opens and closes, their lengths must not add up to a multiple of three. */
static int
may_pair(const struct run *o, const struct run *c)
{
	if (!o->opens || o->n == 0 || o->c != c->c)
		return 0;
	if (!(o->closes || c->opens) || o->c == '~')
		return 1;
	return (o->whole + c->whole) % 3 != 0 || (o->whole == 0 && c->whole == 0);
}

static void
pair(struct emphasis *e, size_t o, size_t c)
{
	struct run *open = &e->run[o], *close = &e->run[c];
	size_t n = open->n >= 2 && close->n >= 2 ? 2 : 1;

	open->used_right += n;
	open->n -= n;
	close->used_left += n;
	close->n -= n;
	while (++o < c) /* what stands between is inside, and pairs with nothing outside */
		e->run[o].opens = e->run[o].closes = 0;
}

static void
pair_all(struct emphasis *e)
{
	size_t c, o;

	for (c = 0; c < e->n; c++)
		while (e->run[c].closes && e->run[c].n) {
			for (o = c; o-- > 0 && !may_pair(&e->run[o], &e->run[c]);)
				;
			if (o == (size_t)-1)
				break;
			pair(e, o, c);
		}
}

void
emphasis_drop(struct emphasis *e, struct buf *text)
{
	size_t i, from = 0, to = 0;

	pair_all(e);
	for (i = 0; i < e->n; i++) {
		struct run *r = &e->run[i];
		size_t keep;

		if (r->c == '~') { /* what was struck out must not read as if it held */
			r->n += r->used_left + r->used_right;
			r->used_left = r->used_right = 0;
		}
		keep = r->at + r->used_left;

		memmove(text->p + to, text->p + from, r->at - from);
		to += r->at - from;
		memmove(text->p + to, text->p + keep, r->n);
		to += r->n;
		from = keep + r->n + r->used_right;
	}
	if (e->n) {
		memmove(text->p + to, text->p + from, text->n - from);
		text->n -= from - to;
	}
}
