/* column.c - what the columns of a table say about the dates in their cells; see date/column.h */
#include "date/column.h"

#include "date/scan.h"
#include "words/phrases.h"

/* What a name says, if it says one thing: the plan for a certain year. */
static struct datectx
year_of(struct slice name)
{
	static const struct ctx nothing;
	struct datescan sc = {.s = name, .ctx = &nothing};
	struct datectx c = {0};
	struct date d;
	int dates = 0;

	for (; date_next(&sc, &d); dates++)
		c = d.v.known ? d.v.as : (struct datectx){0};
	return dates == 1 ? c : (struct datectx){0};
}

/* Bare numbers below it are fiscal years. */
static int
says_fiscal(struct slice name)
{
	static struct datewin w;
	size_t i;

	win_begin(&w, name, 0);
	for (i = 0; win(&w, i); i++)
		if (win_is(&w, i, WORDS1(W_FISCAL)))
			return 1;
	return 0;
}

static void
read_names(struct datecols *t, const struct rec *r)
{
	static struct buf tmp;
	size_t i;

	t->read = t->cols.edition;
	t->n = is_utf8(r->rest) ? rec_fields(r, &t->cols.f) : 0;
	t->says = t->defines = 0;
	if (t->n > t->cap) {
		t->cap = 2 * t->n;
		t->v = erealloc(t->v, t->cap * sizeof(*t->v));
	}
	for (i = 0; i < t->n; i++) {
		struct slice name = unesc_tmp(&tmp, t->cols.f.f[i]);

		t->v[i].says = year_of(name);
		t->v[i].if_dates = says_fiscal(name) ? FISCAL_DATES : DATES;
		t->says |= t->v[i].says.kind != CTX_NONE;
		t->defines |= phrase_at(PHRASE_FIELD, name, 0);
	}
}

static int
is_dates(const struct datecols *t, size_t i)
{
	enum role role = cols_role(&t->cols, i);

	return role == ROLE_DEADLINE || role == ROLE_PERIOD;
}

void
datecols_see(struct datecols *t, const struct rec *r)
{
	size_t i;

	cols_see(&t->cols, r);
	if (r->kind == K_COLS || r->kind == K_DOC)
		refer_begin(&t->refer);
	if (!t->cols.bound) {
		t->dates = 0;
	} else if (r->kind == K_COLS || r->kind == K_NAMES) {
		t->dates = 0;
		if (t->cols.edition != t->read) /* most tables of a report share one header */
			read_names(t, r);
	} else if (r->kind == K_ROLES) {
		for (t->dates = 0, i = 0; i < t->n; i++)
			t->dates |= is_dates(t, i);
	}
}

const struct datectx *
datecols_says(const struct datecols *t, size_t i)
{
	return t->cols.bound && t->says && i < t->n && t->v[i].says.kind ? &t->v[i].says : NULL;
}

enum date_column
datecols_every(const struct datecols *t, size_t i)
{
	return t->dates && i < t->n && is_dates(t, i) ? t->v[i].if_dates : NOT_DATES;
}
