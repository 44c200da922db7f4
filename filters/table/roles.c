/* roles.c - what each column of a table is; see table/roles.h */
#include "table/roles.h"

#include <string.h>

#include "base/check.h"
#include "base/utf8.h"
#include "stream/row.h"
#include "words/columns.h"
#include "words/phrases.h"

enum { LOOKED_AT = 64 }; /* columns; those beyond are judged by their names alone */

/* Over half of those that say something. */
static int
most(size_t n, const struct seen *s)
{
	return s->filled && 2 * n > s->filled;
}

static int
all(size_t n, const struct seen *s)
{
	return s->filled && n == s->filled;
}

static int
numbers_rows(const struct seen *s, size_t column)
{
	return column == 0 && all(s->codes, s) && s->again == 0 && (s->steps || s->figures < s->filled);
}

/* One sign here and there ticks off the years to which the row applies. */
static int
is_tick(const struct seen *s)
{
	return s->states == 0 && s->filled < s->rows && s->again + 1 >= s->filled;
}

/* Under a name that ends in 状況 or 状態, which may be that of anything, some words for states say that the others are, too. */
static int
tells_states(struct slice name, const struct seen *s)
{
	return s->states && 4 * s->states >= s->filled && s->prose + s->figures + s->days == 0 &&
	       phrase_in(PHRASE_SITUATION, name, (struct place){0});
}

/* The name tells nothing. */
static enum role
by_cells(const struct seen *s, size_t column, enum column kind)
{
	if (kind == COL_PERIOD && s->grades + s->states && most(s->grades + s->states + s->dashes, s) && !is_tick(s))
		return ROLE_STATUS;
	if (most(s->prose, s))
		return ROLE_TEXT;
	if (s->filled > 1 && numbers_rows(s, column))
		return ROLE_NUMBER;
	if (all(s->percents, s))
		return ROLE_PERCENTAGE;
	if (all(s->days, s))
		return ROLE_PERIOD;
	if (all(s->figures, s) && s->signs == 0)
		return ROLE_AMOUNT;
	if (all(s->offices, s))
		return ROLE_OWNER;
	if (most(s->states, s))
		return ROLE_STATUS;
	return most(s->words, s) && most(s->long_ones, s) ? ROLE_TEXT : ROLE_UNKNOWN;
}

/* The name says a role; what the cells say against it, where they are plain. */
static enum role
against_name(struct named_role by, const struct seen *s, size_t column)
{
	int words = most(s->words + s->prose, s);
	enum role role = by.role;

	if (role != ROLE_STATUS && role != ROLE_NUMBER && role != ROLE_LEGEND && s->grades && all(s->grades + s->dashes, s) &&
	    (role != ROLE_TITLE || s->letters < s->grades || s->repeats))
		return ROLE_UNKNOWN; /* grades under a name that speaks of something else: a legend may say of what */
	switch (role) {
	case ROLE_STATUS:
		if (most(s->sentences, s) || (by.kind == COL_PROGRESS && most(s->long_states, s)))
			return ROLE_TEXT;
		if (all(s->percents, s))
			return ROLE_PERCENTAGE;
		return all(s->days, s) ? ROLE_PERIOD : role;
	case ROLE_TITLE:
		if (numbers_rows(s, column))
			return ROLE_NUMBER;
		if (all(s->figures, s))
			return all(s->percents, s) ? ROLE_PERCENTAGE : ROLE_AMOUNT;
		return most(s->prose, s) ? ROLE_TEXT : role;
	case ROLE_AMOUNT:
		if (all(s->percents, s))
			return ROLE_PERCENTAGE;
		return words ? ROLE_TEXT : role;
	case ROLE_PERIOD:
		return all(s->signs, s) ? ROLE_UNKNOWN : role;
	case ROLE_PERCENTAGE:
	case ROLE_NUMBER:
	case ROLE_OWNER:
	case ROLE_PRIORITY:
		return most(s->prose, s) ? ROLE_TEXT : role;
	default:
		return role;
	}
}

/* A row is about one thing: the first column that could say it does, and the next ones say something of it. */
static void
leave_one_title(struct roles *t)
{
	size_t i, titles = 0;

	for (i = 0; i < t->of.n; i++)
		if (t->of.p[i] == ROLE_TITLE && titles++)
			t->of.p[i] = ROLE_TEXT;
}

static int
has_title(const struct roles *t)
{
	return t->of.n && memchr(t->of.p, ROLE_TITLE, t->of.n) != NULL;
}

/* What the decision of a column with such a name hangs on: by_cells asks everything, against_name what is said here. */
static unsigned char
asked_of(struct named_role by)
{
	if (by.own)
		return SEEN_SKIP;
	switch (by.role) {
	case ROLE_UNKNOWN:
	case ROLE_AMOUNT: return SEEN_EACH;
	case ROLE_STATUS: return SEEN_FIGURES | SEEN_DAYS | SEEN_SENTENCES;
	case ROLE_TITLE: return SEEN_GRADES | SEEN_FIGURES;
	case ROLE_PERIOD: return SEEN_GRADES | SEEN_SIGNS;
	case ROLE_NUMBER:
	case ROLE_LEGEND: return SEEN_NONE;
	default: return SEEN_GRADES;
	}
}

/* What NAME says; a name put together of those of several rows, what its last part says, or else the first that does. */
static struct named_role
role_of_name(struct slice field, struct place at)
{
	struct named_role by = column_role(field, at), part;
	const char *blank;

	while (by.kind == COL_NONE && (blank = memchr(field.p, ' ', field.n))) {
		part = column_role((struct slice){field.p, (size_t)(blank - field.p)}, at);
		field.n -= (size_t)(blank + 1 - field.p);
		field.p = blank + 1;
		by = column_role(field, at);
		if (part.role != ROLE_UNKNOWN && by.role == ROLE_UNKNOWN)
			return part;
	}
	return by;
}

static enum role
decide(struct named_role by, const struct seen *s, size_t column, struct slice name)
{
	if (by.own)
		return by.role;
	if (by.role != ROLE_UNKNOWN)
		return against_name(by, s, column);
	return tells_states(name, s) ? ROLE_STATUS : by_cells(s, column, by.kind);
}

/* Column I of N, with every cell counted whatever its name. */
static struct seen
seen_whole(size_t i, size_t n, const struct window *w, struct seen_room *room)
{
	unsigned char asked[LOOKED_AT] = {0};
	struct seen seen[LOOKED_AT];

	asked[i] = SEEN_EACH;
	seen[i] = (struct seen){0};
	seen_count(seen, asked, i + 1, n, w, room);
	return seen[i];
}

/* No name says that its column is the title: the first one of words that are all different is. */
static void
find_title(struct roles *t, size_t n, const struct window *w)
{
	struct seen s;
	size_t i;

	for (i = 0; i < t->of.n && i < LOOKED_AT && t->of.p[i] != ROLE_UNKNOWN; i++)
		;
	if (i == t->of.n || i == LOOKED_AT)
		return;
	s = seen_whole(i, n, w, &t->room);
	if (s.filled > 1 && all(s.words + s.offices, &s) && s.again == 0)
		t->of.p[i] = ROLE_TITLE;
}

void
roles_decide(struct roles *t, struct names *names, const struct window *w, const char *file)
{
	const struct fields *name = names_fields(names);
	struct seen seen[LOOKED_AT];
	struct named_role by[LOOKED_AT];
	unsigned char asked[LOOKED_AT] = {0};
	static const struct seen none;
	size_t i, n = name->n, looked_at = n < LOOKED_AT ? n : LOOKED_AT;

	for (i = 0; i < looked_at; i++) { /* all places are 17 KB, and most tables have few columns */
		seen[i] = none;
		by[i] = role_of_name(name->f[i], (struct place){file, 0, 0});
		asked[i] = asked_of(by[i]);
	}
	seen_count(seen, asked, looked_at, n, w, &t->room);
	buf_clear(&t->of);
	for (i = 0; i < looked_at; i++)
		buf_addc(&t->of, (char)decide(by[i], &seen[i], i, name->f[i]));
	for (i = 0; i < looked_at && CHECKS; i++) {
		struct seen whole = seen_whole(i, n, w, &t->room);

		check_same(t->of.p[i] == (char)decide(by[i], &whole, i, name->f[i]), "what is asked of a column", name->f[i]);
	}
	for (i = looked_at; i < n; i++)
		buf_addc(&t->of, (char)decide(role_of_name(name->f[i], (struct place){file, 0, 0}), &none, i, name->f[i]));
	leave_one_title(t);
	if (!has_title(t))
		find_title(t, n, w);
	for (i = 0; i < looked_at; i++)
		if (by[i].kind == COL_OTHER && !by[i].own && t->of.p[i] == ROLE_UNKNOWN)
			t->of.p[i] = ROLE_TEXT; /* 対象, 方法, 新規: words about the row */
}
