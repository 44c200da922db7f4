/* roles.c - what each column of a table is; see table/roles.h */
#include "table/roles.h"

#include <string.h>

#include "base/utf8.h"
#include "stream/row.h"
#include "words/columns.h"

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
		if (most(s->sentences, s) || (by.kind == COL_PROGRESS && most(s->long_ones, s)))
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

/* No name says that its column is the title: the first one of words that are all different is. */
static void
find_title(struct roles *t, const struct seen *seen)
{
	size_t i;

	for (i = 0; i < t->of.n && i < LOOKED_AT; i++) {
		const struct seen *s = &seen[i];

		if (t->of.p[i] != ROLE_UNKNOWN)
			continue;
		if (s->filled > 1 && all(s->words + s->offices, s) && s->again == 0)
			t->of.p[i] = ROLE_TITLE;
		return;
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

void
roles_decide(struct roles *t, struct names *names, const struct window *w, const char *file)
{
	const struct fields *name = names_fields(names);
	struct seen seen[LOOKED_AT];
	char other[LOOKED_AT] = {0};
	static const struct seen none;
	size_t i, n = name->n;

	for (i = 0; i < n && i < LOOKED_AT; i++) /* all of them are 17 KB, and most tables have few columns */
		seen[i] = none;
	seen_count(seen, LOOKED_AT, n, w, &t->room);
	buf_clear(&t->of);
	for (i = 0; i < n; i++) {
		const struct seen *s = i < LOOKED_AT ? &seen[i] : &none;
		struct named_role by = role_of_name(name->f[i], (struct place){file, 0, 0});
		enum role role = by.own                      ? by.role
		                 : by.role == ROLE_UNKNOWN ? by_cells(s, i, by.kind)
		                                             : against_name(by, s, i);

		buf_addc(&t->of, (char)role);
		if (i < LOOKED_AT)
			other[i] = by.kind == COL_OTHER && !by.own;
	}
	leave_one_title(t);
	if (!has_title(t))
		find_title(t, seen);
	for (i = 0; i < n && i < LOOKED_AT; i++)
		if (other[i] && t->of.p[i] == ROLE_UNKNOWN)
			t->of.p[i] = ROLE_TEXT; /* 対象, 方法, 新規: words about the row */
}
