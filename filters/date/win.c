/* win.c - folded characters on demand; see date/win.h */
#include "date/win.h"

#include "base/fold.h"
#include "base/utf8.h"

/* The character at P, folded; *LEN is its length. 0 for one that folding drops. */
static uint32_t
folded(const char *p, size_t n, size_t *len)
{
	static struct buf one;
	const unsigned char *s = (const unsigned char *)p;
	uint32_t c;
	size_t ignore;

	if (s[0] < 0x80)
		return *len = 1, (uint32_t)s[0];
	if (s[0] >= 0xe3 && s[0] <= 0xe9) { /* kana, ideographs: three bytes, and only a blank is folded */
		*len = 3;
		c = (s[0] & 15u) << 12 | (s[1] & 63u) << 6 | (s[2] & 63u);
		if (c > 0x3000)
			return c;
	}
	c = utf8_next(p, n, len);
	buf_clear(&one);
	fold(&one, (struct slice){p, *len});
	return one.n ? utf8_next(one.p, one.n, &ignore) : 0;
}

void
win_begin(struct datewin *w, struct slice s, size_t from)
{
	size_t begin;

	w->s = s;
	w->before = win_before(s, from, &begin);
	w->next = from;
	w->n = w->fresh = 0;
	w->at[0] = from;
}

/* A dropped character belongs to the one before it. */
void
win_more(struct datewin *w)
{
	size_t len;
	uint32_t c = folded(w->s.p + w->next, w->s.n - w->next, &len);

	w->next += len;
	if (c)
		w->c[w->n++] = c;
	w->at[w->n] = w->next;
}

uint32_t
win_before(struct slice s, size_t at, size_t *begin)
{
	size_t len;

	if (at == 0)
		return 0;
	while (--at && ((unsigned char)s.p[at] & 0xc0) == 0x80)
		;
	*begin = at;
	return folded(s.p + at, s.n - at, &len);
}

int
is_ideograph(uint32_t c)
{
	return c >= 0x4e00 && c <= 0x9fff;
}

int
is_alnum(uint32_t c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

size_t
win_chars(struct datewin *w, size_t i, const uint32_t *z, int spaced)
{
	size_t first = i;

	for (; *z; z++, i++) {
		if (spaced && i > first)
			i = skip_blanks(w, i);
		if (win(w, i) != *z)
			return 0;
	}
	return i;
}
