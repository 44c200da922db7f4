/* value.c - percentages and priorities; see status/value.h */
#include "status/value.h"

#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "status/notes.h"
#include "stream/covered.h"
#include "stream/row.h"
#include "words/columns.h"
#include "words/re.h"
#include "words/rules.h"

enum { LONGEST = 120, PRECISE = 15 }; /* bytes of a cell; digits that a double holds */

static struct {
	struct priority {
		struct re *re;
		struct slice rank;
	} *v;
	size_t n;
	struct buf text, number; /* scratch */
} all;

void
values_load(void)
{
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, "priority.tsv", rules_priority);
	all.v = emalloc((rules.n + 1) * sizeof(*all.v));
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];

		if (r->n < 2 || r->f[0].n != 1 || *r->f[0].p < '1' || *r->f[0].p > '9')
			die("%s:%lu: not a rank from 1 to 9: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
		re_check(r, 1);
		all.v[i] = (struct priority){re_new(r->f[1], r->at), r->f[0]};
	}
	all.n = rules.n;
	free(rules.r);
}

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The digits at the start of S, without the commas between thousands, and how many bytes they take. */
static size_t
digits(struct buf *to, struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]))
			buf_addc(to, s.p[i]);
		else if (s.p[i] != ',' || i == 0 || i + 3 >= s.n || !is_digit(s.p[i + 1]) || !is_digit(s.p[i + 2]) || !is_digit(s.p[i + 3]))
			break;
	}
	return i;
}

/* S is 80%, -2.5%; or 80, where the name of the column has the sign: the number, as JSON writes it. */
static struct slice
percentage(struct slice s, int named)
{
	struct buf *to = &all.number;
	size_t n, sign = s.n && *s.p == '-';

	buf_clear(to);
	buf_add(to, "-", sign);
	s = (struct slice){s.p + sign, s.n - sign};
	while (s.n > 1 && *s.p == '0' && is_digit(s.p[1]))
		s = (struct slice){s.p + 1, s.n - 1};
	n = digits(to, s);
	if (n == 0)
		return (struct slice){"", 0};
	s = (struct slice){s.p + n, s.n - n};
	if (s.n > 1 && *s.p == '.' && is_digit(s.p[1])) {
		buf_addc(to, '.');
		while (s.n > 1 && is_digit(s.p[1])) {
			buf_addc(to, s.p[1]);
			s = (struct slice){s.p + 1, s.n - 1};
		}
		s = (struct slice){s.p + 1, s.n - 1};
	}
	if (to->n > PRECISE || !(s.n == 0 ? named : s.n == 1 && *s.p == '%'))
		return (struct slice){"", 0};
	return slice_of(to);
}

static struct slice
rank(struct slice s, struct place at)
{
	size_t i;

	for (i = 0; i < all.n && s.n; i++)
		if (re_match_at(all.v[i].re, s, 0, at) && re_group(all.v[i].re, 0).n == s.n)
			return all.v[i].rank;
	return (struct slice){"", 0};
}

/* CELL folded, without blanks and without the remark in brackets at its end. */
static struct slice
plain(struct slice cell)
{
	struct slice s;
	const char *open;

	buf_clear(&all.text);
	label_fold(&all.text, cell);
	s = slice_of(&all.text);
	open = s.n > 1 && s.p[s.n - 1] == ')' ? memchr(s.p, '(', s.n) : NULL;
	return open ? (struct slice){s.p, (size_t)(open - s.p)} : s;
}

/* In a column of states one cell says how much is done, in figures, and the next one in words. Few begin like a number. */
static int
may_be_figure(struct slice cell)
{
	enum { WIDE = 0xef }; /* the first byte of a full-width digit */

	return is_digit(*cell.p) || (unsigned char)*cell.p == WIDE;
}

static void
value(const struct statuscol *c, size_t column, struct slice cell, struct place at)
{
	struct slice s, number;
	int percents = c->role != ROLE_PRIORITY;

	if (cell.n == 0 || cell.n > LONGEST || (c->role == ROLE_STATUS && !may_be_figure(cell)) || !is_utf8(cell))
		return;
	s = plain(cell);
	number = percents ? percentage(s, c->label.n && memchr(c->label.p, '%', c->label.n) != NULL) : rank(s, at);
	if (number.n)
		notes_value(at.line, column, cell, percents ? "percentage" : "priority", number);
}

static int
has_value(const struct statuscols *t, size_t i)
{
	return t->c[i].role == ROLE_PERCENTAGE || t->c[i].role == ROLE_PRIORITY || t->c[i].role == ROLE_STATUS;
}

void
values_row(const struct statuscols *t, const struct rec *r, const char *file)
{
	const struct row *row = NULL;
	size_t i;

	for (i = 0; i < t->n; i++) {
		if (!has_value(t, i))
			continue;
		row = row ? row : rec_row(r);
		if (i < row->n)
			value(&t->c[i], i + 1, row->cell[i], (struct place){file, r->line, 0});
	}
}

void
values_covered(const struct statuscols *t, const struct rec *r, const char *file)
{
	struct slice cell;
	size_t column;

	if (rec_covered(r, &column, &cell) && column <= t->n && has_value(t, column - 1))
		value(&t->c[column - 1], column, cell, (struct place){file, r->line, 0});
}
