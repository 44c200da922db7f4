/* find.c - what a mark means by the legends of a document; see status/legend.h */
#include <string.h>

#include "base/check.h"
#include "status/store.h"

static struct {
	const struct slice *label;
	size_t n;
	struct buf asked, last; /* a label and those of its table, now and at the question before */
	unsigned long question; /* their number */
} column; /* the table's */

void
legends_columns(const struct slice *labels, size_t n)
{
	column.label = labels;
	column.n = n;
}

/* PART has more than three bytes. Of three bytes the last tells characters apart; to look at it first saves nine
 * tenths of the time in a document of many legends. */
static int
contains(struct slice s, struct slice part)
{
	size_t i;

	for (i = 0; i + part.n <= s.n; i++)
		if (s.p[i + 2] == part.p[2] && memcmp(s.p + i, part.p, part.n) == 0)
			return 1;
	return 0;
}

/* The words before legend G name the column. */
static int
group_names(const struct group *g, struct slice label)
{
	return label.n >= LABEL_MIN && contains(legends_text(g->title), label);
}

/* The words before the legend of entry E name the column. */
static int
names(const struct entry *e, struct slice label)
{
	return group_names(&legends.g[e->group], label);
}

int
legends_name(struct slice label)
{
	size_t i;

	for (i = 0; i < legends.groups; i++)
		if (group_names(&legends.g[i], label))
			return 1;
	return 0;
}

/* Entries A and B stand in the document without a row between them, and say different things. */
static int
disagree(const struct entry *a, const struct entry *b)
{
	return a->line && b->line && legends.g[a->group].after_row == legends.g[b->group].after_row &&
	       !slice_eq(legends_text(a->meaning), legends_text(b->meaning));
}

/* The words before the legend are "「LABEL」…" or "…LABEL欄…". */
static int
is_for(const struct entry *e, struct slice label)
{
	static const char open_mark[] = "「", closing[] = "」", field_word[] = "欄";
	static struct buf said;

	if (label.n < LABEL_MIN || !names(e, label))
		return 0;
	buf_clear(&said);
	buf_addz(&said, open_mark);
	buf_adds(&said, label);
	buf_addz(&said, closing);
	if (contains(legends_text(legends.g[e->group].title), slice_of(&said)))
		return 1;
	buf_clear(&said);
	buf_adds(&said, label);
	buf_addz(&said, field_word);
	return contains(legends_text(legends.g[e->group].title), slice_of(&said));
}

/* The legend says that it is for another column of the table than the one headed LABEL. */
static int
is_for_another(const struct entry *e, struct slice label)
{
	size_t i;

	if (!legends.g[e->group].title.n || is_for(e, label))
		return 0;
	for (i = 0; i < column.n; i++)
		if (is_for(e, column.label[i]) && !slice_eq(column.label[i], label))
			return 1;
	return 0;
}

/* What a legend's title says of a column is found out once while the same column is asked about: in a document of
 * thousands of legends each row read the titles of all. */
static void
begin_question(struct slice label)
{
	size_t i;

	buf_clear(&column.asked);
	buf_adds(&column.asked, label);
	for (i = 0; i < column.n; i++) {
		buf_addc(&column.asked, '\n');
		buf_adds(&column.asked, column.label[i]);
	}
	if (column.question && slice_eq(slice_of(&column.asked), slice_of(&column.last)))
		return;
	column.question++;
	buf_clear(&column.last);
	buf_adds(&column.last, slice_of(&column.asked));
}

enum { NAMES = 1, ANOTHER = 2 };

/* Whether WHAT is not known yet of G for this question; then it is from now on. */
static int
is_new(struct group *g, int what)
{
	if (g->kept.question != column.question || !KEEPS_ANSWERS) {
		g->kept.question = column.question;
		g->kept.known = 0;
	}
	if (g->kept.known & what)
		return 0;
	g->kept.known |= what;
	return 1;
}

/* names(), for the label of the question. */
static int
names_it(const struct entry *e, struct slice label)
{
	struct group *g = &legends.g[e->group];

	if (is_new(g, NAMES))
		g->kept.names = names(e, label);
	if (CHECKS)
		check_same(g->kept.names == names(e, label), "what a legend names", label);
	return g->kept.names;
}

static int
is_anothers(const struct entry *e, struct slice label)
{
	struct group *g = &legends.g[e->group];

	if (is_new(g, ANOTHER))
		g->kept.another = is_for_another(e, label);
	if (CHECKS)
		check_same(g->kept.another == is_for_another(e, label), "what a legend is for", label);
	return g->kept.another;
}

/* Entry E can count for a row at LINE in the column headed LABEL. */
static int
counts(const struct entry *e, struct slice k, unsigned long line, struct slice label)
{
	unsigned long until = legends.g[e->group].until;

	return (!until || until > line || names_it(e, label)) && slice_eq(legends_text(e->key), k) && !is_anothers(e, label);
}

/* Is entry E the better one than B for a row at LINE? */
static int
is_better(const struct entry *e, const struct entry *b, unsigned long line, struct slice label)
{
	int e_before = e->line < line, b_before = b->line < line;

	if (names_it(e, label) != names_it(b, label))
		return names_it(e, label);
	if (b->line == 0)
		return 1; /* the user's own legend comes last */
	if (e_before != b_before) /* where legends stand behind their tables, the next one counts */
		return legends.g[e->group].behind && legends.g[b->group].behind ? b_before : e_before;
	return e_before ? e->line >= b->line : e->line < b->line;
}

int
legends_may_follow(unsigned long line)
{
	return legends.n > legends.own && legends.g[legends.groups - 1].behind && legends.e[legends.n - 1].line < line;
}

enum found
legends_find(struct slice k, struct slice label, unsigned long line, struct grade *g)
{
	const struct entry *best = NULL, *e;
	size_t first = legends_list(k)->first, i;

	begin_question(label);
	for (i = first; i; i = e->next) {
		e = &legends.e[i - 1];
		if (counts(e, k, line, label) && (!best || is_better(e, best, line, label)))
			best = e;
	}
	if (!best)
		return FOUND_NONE;
	*g = legends_grade_of(best);
	for (i = first; i; i = e->next) {
		e = &legends.e[i - 1];
		if (e != best && disagree(e, best) && names_it(e, label) == names_it(best, label) && counts(e, k, line, label))
			return FOUND_UNSURE;
	}
	return FOUND;
}
