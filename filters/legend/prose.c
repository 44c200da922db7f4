/* prose.c - definitions in running text; see legend/prose.h */
#include "legend/prose.h"

#include "base/fold.h"
#include "legend/rules.h"
#include "words/marks.h"
#include "stream/rec.h"

enum { LONGEST = 1200, MAX_SENSES = 16 };

struct sense {
	struct slice mark, meaning; /* of the line as written */
};

struct prose {
	struct re **re;
	size_t n;
};

static struct {
	struct prose define, alone;
	struct re *any; /* matches where one of them does: nearly all lines have none */
} prose;
static struct folded f;

static void
load(struct prose *p, const struct rules *rules, const char *name, struct buf *all)
{
	size_t i;

	p->re = emalloc((rules->n + 1) * sizeof(*p->re));
	for (i = 0; i < rules->n; i++)
		if (rules->r[i].n > 1 && slice_eq(rules->r[i].f[0], slice_z(name))) {
			re_check(&rules->r[i], 1);
			p->re[p->n++] = re_new(rules->r[i].f[1], rules->r[i].at);
			buf_addz(all, all->n ? "|(?:" : "(?J)(?:");
			buf_adds(all, rules->r[i].f[1]);
			buf_addc(all, ')');
		}
}

void
legend_prose_load(const struct rules *rules, struct buf *any)
{
	load(&prose.define, rules, "define", any);
	load(&prose.alone, rules, "alone", any);
	if (any->n == 0)
		buf_addz(any, "(?!)");
	prose.any = re_new(slice_of(any), (struct place){"legend.tsv", 0, 0});
}

/* The part of the line that the folded part S came from. */
static struct slice
written(struct slice s)
{
	size_t from = (size_t)(s.p - f.text.p);

	return fold_part(&f, from, from + s.n);
}

static size_t
find(struct re *re, struct sense *s)
{
	struct slice text = slice_of(&f.text), whole;
	size_t n = 0, start = 0;

	while (n < MAX_SENSES && re_match(re, text, start, legend_at)) {
		whole = re_group(re, 0);
		s[n++] = (struct sense){written(re_named(re, "mark")), written(re_named(re, "meaning"))};
		start = (size_t)(whole.p + whole.n - text.p);
		if (whole.n == 0)
			break;
	}
	return n;
}

static int
same_mark(struct slice a, struct slice b)
{
	struct buf ka = {0}, kb = {0};
	int same;

	mark_key(&ka, a);
	mark_key(&kb, b);
	same = slice_eq(slice_of(&ka), slice_of(&kb));
	buf_free(&ka);
	buf_free(&kb);
	return same;
}

/* Letters and numbers are grades only if what they mean says so. */
static int
says_states(const struct sense *s, size_t n)
{
	size_t i, states = 0;

	for (i = 0; i < n; i++) {
		if (mark_whole(s[i].mark) == MARK_GRADE)
			return 1;
		states += speaks_of_state(s[i].meaning);
	}
	return 2 * states >= n;
}

/* At least two marks, none of them twice. */
static int
is_scale(const struct sense *s, size_t n)
{
	size_t i, j;

	for (i = 0; i < n; i++)
		for (j = 0; j < i; j++)
			if (same_mark(s[i].mark, s[j].mark))
				return 0;
	return n >= 2 && says_states(s, n);
}

void
legend_define(struct buf *to, unsigned long line, struct slice mark, struct slice meaning)
{
	buf_addz(to, "define\t");
	buf_addu(to, line);
	buf_addc(to, '\t');
	esc(to, mark);
	buf_addc(to, '\t');
	esc(to, meaning);
	buf_addc(to, '\n');
}

/* The first rule by which the line defines a scale. */
static void
define_scale(struct buf *to, unsigned long number)
{
	struct sense s[MAX_SENSES];
	size_t i, k, n;

	for (k = 0; k < prose.define.n; k++) {
		n = find(prose.define.re[k], s);
		if (!is_scale(s, n))
			continue;
		for (i = 0; i < n; i++)
			legend_define(to, number, s[i].mark, s[i].meaning);
		return;
	}
}

/* A blank, and a mark that means the same. */
static void
define_blank(struct buf *to, unsigned long number)
{
	size_t k;

	for (k = 0; k < prose.alone.n; k++) {
		struct re *re = prose.alone.re[k];
		struct slice meaning, other;

		if (!re_match(re, slice_of(&f.text), 0, legend_at))
			continue;
		meaning = re_named(re, "meaning");
		other = re_named(re, "other");
		if (!speaks_of_state(meaning))
			continue;
		legend_define(to, number, written(re_named(re, "mark")), written(meaning));
		if (other.n)
			legend_define(to, number, written(other), written(meaning));
		return;
	}
}

int
legend_prose_may_be(struct slice folded)
{
	return re_may_match(prose.any, folded);
}

void
legend_prose(struct buf *to, struct slice line, unsigned long number)
{
	if (line.n > LONGEST)
		return;
	fold_line(&f, line);
	if (!legend_prose_may_be(slice_of(&f.text)))
		return;
	define_scale(to, number);
	define_blank(to, number);
}
