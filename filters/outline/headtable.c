/* headtable.c - the table of headings is loaded; see outline/headtable.h */
#include "outline/headtable.h"

#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "words/rules.h"

enum { SCHEME = 1, RANK, PATTERN }; /* fields of a rule `head` */

static const char *const table_names[HEAD_TABLES] = {"contents", "page", "lead", "rest", "tail", "bullet", "arrow", "untitled"};

static unsigned
rank_of(const struct rule *r)
{
	struct slice f = r->f[RANK];
	unsigned rank = 0;
	size_t i;

	if (f.n == 1 && (*f.p == '-' || *f.p == '?' || *f.p == '!'))
		return 0;
	for (i = 0; i < f.n && i < 6 && f.p[i] >= '0' && f.p[i] <= '9'; i++)
		rank = rank * 10 + (unsigned)(f.p[i] - '0');
	if (rank == 0 || i < f.n)
		die("%s:%lu: a rank is a number, '-', '?' or '!'", r->at.file, r->at.line);
	return rank;
}

static void
add_scheme(struct headtable *t, const struct rule *r)
{
	struct scheme *s = &t->schemes[t->schemes_n];

	if (r->n <= PATTERN)
		die("%s:%lu: a scheme needs a name, a rank and a pattern", r->at.file, r->at.line);
	*s = (struct scheme){.name = r->f[SCHEME], .at = r->at};
	s->rank = rank_of(r);
	s->weak = *r->f[RANK].p == '?' ? WEAK : *r->f[RANK].p == '!' ? WEAKEST : STRONG;
	re_check(r, PATTERN);
	s->re = re_new(r->f[PATTERN], r->at);
	needs_read(&s->needs, r->f[PATTERN]);
	needs_index(&t->schemes_index, &s->needs, head_bit(t->schemes_n));
	s->roman = s->name.n >= 5 && memcmp(s->name.p + s->name.n - 5, "roman", 5) == 0;
	t->schemes_n++;
}

static void
add_alternative(struct buf *all, const struct rule *r)
{
	re_check(r, 1); /* blames the right line */
	buf_addz(all, all->n ? "|(?:" : "(?:");
	buf_adds(all, r->f[1]);
	buf_addc(all, ')');
}

static void
add_not(struct headtable *t, const struct rule *r, int how)
{
	if (*r->f[1].p != '^' && how == HEAD_NOT) {
		add_alternative(&t->inside_text, r);
		needs_read(&t->inside_needs[t->inside_n], r->f[1]);
		needs_index(&t->inside_index, &t->inside_needs[t->inside_n], head_bit(t->inside_n));
		t->inside_n++;
		return;
	}
	re_check(r, 1);
	t->nots[t->nots_n] = (struct head_not){.re = re_new(r->f[1], r->at), .how = how};
	needs_read(&t->nots[t->nots_n].needs, r->f[1]);
	needs_index(&t->nots_index, &t->nots[t->nots_n].needs, head_bit(t->nots_n));
	t->nots_n++;
}

/* `items`, `choices`: the schemes that R names, of those before it. */
static void
mark_listed(struct headtable *t, const struct rule *r, enum listed how)
{
	size_t i, k;

	for (k = 1; k < r->n; k++)
		for (i = 0; i < t->schemes_n; i++)
			if (slice_eq(t->schemes[i].name, r->f[k]))
				t->schemes[i].listed = how;
}

static void
add_rule(struct headtable *t, const struct rule *r, struct buf *others)
{
	static const char *const hows[] = {[HEAD_NOT] = "not", [HEAD_COUNT] = "count", [HEAD_CUT] = "cut"};
	int i;

	if (slice_eq(r->f[0], slice_z("head"))) {
		add_scheme(t, r);
		return;
	}
	if (slice_eq(r->f[0], slice_z("items")) || slice_eq(r->f[0], slice_z("choices"))) {
		mark_listed(t, r, *r->f[0].p == 'i' ? LISTED_IN_MARKDOWN : LISTED);
		return;
	}
	for (i = HEAD_NOT; i <= HEAD_CUT; i++)
		if (slice_eq(r->f[0], slice_z(hows[i])) && r->n > 1) {
			add_not(t, r, i);
			return;
		}
	for (i = 0; i < HEAD_TABLES; i++)
		if (slice_eq(r->f[0], slice_z(table_names[i])) && r->n > 1) {
			add_alternative(&others[i], r);
			return;
		}
	die("%s:%lu: no rule of a heading is called '%.*s'", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* (?J): each rule may have groups of the same names. Without a rule, nothing matches. */
static struct re *
one_of(struct buf *alternatives)
{
	struct buf pattern = {0};
	struct re *re;

	buf_addz(&pattern, alternatives->n ? "(?J)" : "(?!)");
	buf_adds(&pattern, slice_of(alternatives));
	re = re_new(slice_of(&pattern), (struct place){"headings.tsv", 0, 0});
	buf_free(&pattern);
	buf_free(alternatives);
	return re;
}

void
headtable_load(struct headtable *t)
{
	struct buf others[HEAD_TABLES] = {{0}};
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, "headings.tsv", rules_headings);
	t->schemes = emalloc((rules.n + 1) * sizeof(*t->schemes));
	t->nots = emalloc((rules.n + 1) * sizeof(*t->nots));
	t->inside_needs = emalloc((rules.n + 1) * sizeof(*t->inside_needs));
	for (i = 0; i < rules.n; i++)
		add_rule(t, &rules.r[i], others);
	t->inside = one_of(&t->inside_text);
	for (i = 0; i < HEAD_TABLES; i++)
		t->tables[i] = one_of(&others[i]);
	free(rules.r);
}
