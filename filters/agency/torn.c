/* torn.c - labels torn in two; see agency/torn.h */
#include "agency/torn.h"

#include "base/blank.h"
#include "agency/bracket.h"

enum { LONGEST = 300 }; /* bytes of either part */

/* True if nothing but blanks, or a full stop, is in S. */
static int
is_end(struct slice s)
{
	size_t n;

	while ((n = blank_at(s))) {
		s.p += n;
		s.n -= n;
	}
	return s.n == 0 || slice_eq(s, slice_z("。"));
}

/* The part of TEXT from a bracket on that it leaves open; empty if there is none. */
static struct slice
left_open(struct slice text)
{
	size_t i = text.n > LONGEST ? text.n - LONGEST : 0, n, close;
	int kind;

	for (; (i = bracket_next(text, i)) < text.n; i++) {
		struct slice s = {text.p + i, text.n - i};

		if (!bracket_at(s, &kind, &n) || kind < 0)
			continue;
		close = bracket_close(s, &n);
		if (close == 0)
			return s;
		i += close;
	}
	return (struct slice){text.p, 0};
}

/* Adds TEXT to what is open. True if that closes it, at the end. */
static int
closes(struct torn *t, struct slice text)
{
	size_t close, n;
	struct slice all;

	if (text.n > LONGEST)
		return 0;
	buf_addz(&t->label, "\\n");
	buf_adds(&t->label, text);
	all = slice_of(&t->label);
	close = bracket_close(all, &n);
	return close && is_end((struct slice){all.p + close + n, all.n - close - n});
}

struct slice
torn_see(struct torn *t, const struct rec *r)
{
	int text = r->kind == K_TEXT;

	buf_clear(&t->whole);
	if (text && t->label.n && r->line == t->line + 1 && closes(t, r->rest))
		buf_adds(&t->whole, slice_of(&t->label));
	buf_clear(&t->label);
	if (text && r->rest.n)
		buf_adds(&t->label, left_open(r->rest));
	t->line = r->line;
	return slice_of(&t->whole);
}
