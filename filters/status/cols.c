/* cols.c - which columns of a table hold statuses; see status/cols.h */
#include "status/cols.h"

#include <string.h>

#include "status/legend.h"
#include "words/columns.h"

static struct fields field;

struct statuscol *
statuscols_at(struct statuscols *t, size_t i)
{
	while (t->n <= i) {
		if (t->n == t->cap) {
			size_t cap = t->cap ? 2 * t->cap : 16;

			t->c = erealloc(t->c, cap * sizeof(*t->c));
			memset(t->c + t->cap, 0, (cap - t->cap) * sizeof(*t->c));
			t->cap = cap;
		}
		t->c[t->n] = (struct statuscol){.above = t->c[t->n].above};
		buf_clear(&t->c[t->n].above);
		t->n++;
	}
	return &t->c[i];
}

static void
list_labels(struct statuscols *t)
{
	static unsigned long editions;
	size_t i;

	if (t->n > t->allcap) {
		t->allcap = t->n;
		t->all = erealloc(t->all, t->allcap * sizeof(*t->all));
	}
	for (i = 0; i < t->n; i++)
		t->all[i] = t->c[i].label;
	t->alln = t->n;
	t->edition = ++editions;
}

static void
read_header(struct statuscols *t, const struct rec *header, const char *file)
{
	size_t i, from;

	rec_fields(header, &field);
	buf_room(&t->labels, 2 * header->rest.n + 1); /* more than folding makes of them: the slices stay */
	for (i = 0; i < field.n && i < STATUS_COLUMNS; i++) {
		struct statuscol *c = statuscols_at(t, i);

		from = t->labels.n;
		label_fold(&t->labels, field.f[i]);
		c->label = (struct slice){t->labels.p + from, t->labels.n - from};
		c->role = column_role(field.f[i], (struct place){file, header->line, 0}).role;
	}
	list_labels(t);
}

/* Forgets the rows of the last table, but not what its header says. */
static void
begin_again(struct statuscols *t)
{
	size_t i;

	if (!t->settled)
		statuscols_uncount(t);
	for (i = 0; i < t->n; i++)
		buf_clear(&t->c[i].above);
}

static void
begin_anew(struct statuscols *t, const struct rec *header, const char *file)
{
	t->settled = 0;
	t->n = t->alln = 0;
	t->edition = 0;
	buf_clear(&t->labels);
	buf_clear(&t->header);
	buf_clear(&t->roles);
	if (!header || !is_utf8(header->rest))
		return;
	buf_adds(&t->header, header->rest);
	read_header(t, header, file);
}

void
statuscols_begin(struct statuscols *t, const struct rec *header, const char *file)
{
	if (header && t->header.n && slice_eq(header->rest, slice_of(&t->header)))
		begin_again(t);
	else
		begin_anew(t, header, file);
	legends_columns(t->all, t->alln);
}

void
statuscols_roles(struct statuscols *t, const struct rec *roles)
{
	size_t i, n;

	if (slice_eq(roles->rest, slice_of(&t->roles)))
		return;
	n = rec_fields(roles, &field);
	buf_clear(&t->roles);
	buf_adds(&t->roles, roles->rest);
	for (i = 0; i < n && i < t->n; i++)
		t->c[i].role = role_named(field.f[i]) % ROLES;
	t->settled = 0;
	statuscols_uncount(t);
	list_labels(t); /* another edition */
	legends_columns(t->all, t->alln);
}

void
statuscols_reset(struct statuscols *t)
{
	statuscols_begin(t, NULL, NULL);
	buf_clear(&t->known);
}

/* Enough for any document, and little to search. */
enum { KNOWN_BYTES = 1024 };

static int
is_known(const struct statuscols *t, struct slice label)
{
	size_t i;

	for (i = 0; label.n && i + label.n < t->known.n; i++)
		if (t->known.p[i] == '\n' && memcmp(t->known.p + i + 1, label.p, label.n) == 0 &&
		    t->known.p[i + 1 + label.n] == '\n')
			return 1;
	return 0;
}

static void
make_known(struct statuscols *t, const struct statuscol *c)
{
	if (c->verdict != IS_STATUS || !c->defined || is_known(t, c->label))
		return;
	if (t->known.n + c->label.n > KNOWN_BYTES)
		return;
	if (t->known.n == 0)
		buf_addc(&t->known, '\n');
	buf_adds(&t->known, c->label);
	buf_addc(&t->known, '\n');
}

/* Its marks number the rows, as far as can be seen: they go up by one. */
static int
seems_to_number(const struct statuscol *c)
{
	if (c->class == MARK_GRADE || c->class == MARK_NONE || c->class == MARK_SYMBOL)
		return 0;
	return c->marks >= (c->class == MARK_LETTER ? 3 : 2) && c->steps + 1 == c->marks;
}

/* Nothing but marks in column I, of a kind that grades more than it counts; in the first one ① and A number. */
static int
is_all_marks(const struct statuscol *c, size_t i)
{
	if (c->marks == 0 || c->marks < c->filled || c->class == MARK_DIGIT || c->class == MARK_BRACKET)
		return 0;
	return i > 0 || c->class == MARK_GRADE || c->class == MARK_NONE || c->class == MARK_SYMBOL;
}

/* One mark, here and there: the rows to which the header applies are ticked off. */
static int
is_tick(const struct statuscol *c, int plain)
{
	if (c->differ || (c->class != MARK_GRADE && c->class != MARK_SYMBOL))
		return 0;
	return plain || (c->filled < c->rows && c->again == 0);
}

static enum verdict
by_legend(const struct statuscol *c, enum verdict without)
{
	return c->defined ? IS_STATUS : without;
}

/* The role says it: no cell of it is silent. Marks wait for the legend that may define them. */
static enum verdict
status_verdict(const struct statuscol *c)
{
	if (c->defined < c->marks && !legends_any())
		return UNDEFINED;
	return c->marks ? by_legend(c, UNDEFINED) : IS_STATUS;
}

/* PLAIN: another column has the role, and marks. */
static enum verdict
other_verdict(const struct statuscol *c, size_t i, int plain)
{
	if (statuscol_is_out(c) || !is_all_marks(c, i) || is_tick(c, plain))
		return NO_STATUS;
	if (c->defined && legends_name(c->label))
		return IS_STATUS;
	if (c->role != ROLE_UNKNOWN)
		return NO_STATUS;
	if (seems_to_number(c))
		return c->defined ? NO_STATUS : WOULD_BE;
	return by_legend(c, WOULD_BE);
}

/* What the column is does not hang on the few rows that a table has: its marks are defined, or its cells are
 * none, or what they hold does not matter. */
static int
is_settled(const struct statuscol *c)
{
	if (c->verdict == IS_STATUS)
		return c->defined != 0;
	return c->verdict == NO_STATUS && (statuscol_is_out(c) || c->texts);
}

/* Figures that a legend defines are grades in one column; in the others they count something, unless those have the
 * role too. */
static void
drop_figures(struct statuscols *t)
{
	size_t i, columns = 0;

	for (i = 0; i < t->n; i++)
		columns += t->c[i].class == MARK_DIGIT && t->c[i].verdict != NO_STATUS;
	for (i = 0; columns > 1 && i < t->n; i++)
		if (t->c[i].class == MARK_DIGIT && !legends_name(t->c[i].label) && !statuscol_says_status(&t->c[i]))
			t->c[i].verdict = NO_STATUS;
}

void
statuscols_decide(struct statuscols *t)
{
	size_t i;
	int plain = 0;

	for (i = 0; i < t->n; i++)
		if (statuscol_says_status(&t->c[i])) {
			t->c[i].verdict = status_verdict(&t->c[i]);
			plain |= t->c[i].marks != 0;
		}
	for (i = 0; i < t->n; i++) {
		struct statuscol *c = &t->c[i];

		if (!statuscol_says_status(c))
			c->verdict = other_verdict(c, i, plain);
		if (c->verdict != IS_STATUS && c->role == ROLE_UNKNOWN && is_all_marks(c, i) && is_known(t, c->label))
			c->verdict = by_legend(c, UNDEFINED);
	}
	drop_figures(t);
	t->settled = t->header.n != 0;
	for (i = 0; i < t->n; i++) {
		make_known(t, &t->c[i]);
		t->settled &= is_settled(&t->c[i]);
	}
}
