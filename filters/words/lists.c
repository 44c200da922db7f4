/* lists.c - the rules of lists.tsv; see words/lists.h */
#include "words/lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/charset.h"
#include "base/utf8.h"
#include "words/rules.h"

/* Of all lists, a bit each: those that have a word with this character at its edge, of three bytes or another byte. */
_Static_assert(LISTS <= 8, "a bit each");
struct list_edge {
	struct charset wide;
	unsigned char narrow[256];
};

static struct {
	struct list_words {
		struct slice *v;
		size_t n;
	} of[LISTS];
	struct list_edge first, last;
	int loaded;
} lists;

static const char *const names[LISTS] = {"office", "day", "meeting", "joint", "particle", "source", "bullet", "and"};

/* CHARACTER is at the edge of a word of LIST. */
static void
add_edge(struct list_edge *e, const char *character, size_t n, size_t list)
{
	char z[] = {character[0], character[n > 1], character[n > 2 ? 2 : 0], '\0'};

	if (n == 3)
		charset_add(&e->wide, z, (unsigned char)(1u << list));
	else
		e->narrow[(unsigned char)z[0]] |= (unsigned char)(1u << list);
}

static void
add_word(size_t list, struct slice word)
{
	struct list_words *w = &lists.of[list];
	size_t len, from = word.n - 1;

	w->v = erealloc(w->v, (w->n + 1) * sizeof(*w->v));
	w->v[w->n++] = word;
	utf8_next(word.p, word.n, &len);
	add_edge(&lists.first, word.p, len, list);
	while (from && ((unsigned char)word.p[from] & 0xc0) == 0x80)
		from--;
	add_edge(&lists.last, word.p + from, word.n - from, list);
}

static void
add_rule(const struct rule *r)
{
	size_t i = 0, from, k;

	for (k = 0; k < LISTS && !slice_eq(r->f[0], slice_z(names[k])); k++)
		;
	if (k == LISTS || r->n < 2)
		die("%s:%lu: not a list: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
	while (i < r->f[1].n) {
		for (from = i; i < r->f[1].n && r->f[1].p[i] != ' '; i++)
			;
		if (i > from)
			add_word(k, (struct slice){r->f[1].p + from, i - from});
		i++;
	}
}

void
lists_load(void)
{
	struct rules rules = {0};
	size_t i;

	if (lists.loaded)
		return; /* several filters of one process ask */
	lists.loaded = 1;
	rules_load(&rules, "lists.tsv", rules_lists);
	for (i = 0; i < rules.n; i++)
		add_rule(&rules.r[i]);
	free(rules.r);
}

size_t
list_begins(enum list list, struct slice s)
{
	const struct list_words *w = &lists.of[list];
	size_t i, n = 0;

	if (s.n == 0 || !((charset_begins(&lists.first.wide, s) | lists.first.narrow[(unsigned char)s.p[0]]) >> list & 1))
		return 0;
	for (i = 0; i < w->n; i++)
		if (w->v[i].n > n && w->v[i].n <= s.n && memcmp(s.p, w->v[i].p, w->v[i].n) == 0)
			n = w->v[i].n;
	return n;
}

size_t
list_ends(enum list list, struct slice s)
{
	const struct list_words *w = &lists.of[list];
	size_t i, n = 0;

	if (s.n == 0 || !((charset_ends(&lists.last.wide, s) | lists.last.narrow[(unsigned char)s.p[s.n - 1]]) >> list & 1))
		return 0;
	for (i = 0; i < w->n; i++)
		if (w->v[i].n > n && w->v[i].n <= s.n && memcmp(s.p + s.n - w->v[i].n, w->v[i].p, w->v[i].n) == 0)
			n = w->v[i].n;
	return n;
}
