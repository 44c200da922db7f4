/* find.c - what a mark means by the legends of a document; see status/legend.h */
#include <string.h>

#include "status/store.h"

static struct {
	const struct slice *label;
	size_t n;
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

/* Entry E can count for a row at LINE in the column headed LABEL. */
static int
counts(const struct entry *e, struct slice k, unsigned long line, struct slice label)
{
	unsigned long until = legends.g[e->group].until;

	return (!until || until > line || names(e, label)) && slice_eq(legends_text(e->key), k) && !is_for_another(e, label);
}

/* Is entry E the better one than B for a row at LINE? */
static int
is_better(const struct entry *e, const struct entry *b, unsigned long line, struct slice label)
{
	int e_before = e->line < line, b_before = b->line < line;

	if (names(e, label) != names(b, label))
		return names(e, label);
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
		if (e != best && disagree(e, best) && names(e, label) == names(best, label) && counts(e, k, line, label))
			return FOUND_UNSURE;
	}
	return FOUND;
}
