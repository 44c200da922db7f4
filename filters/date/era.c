/* era.c - the Japanese eras; see era.h */
#include "date/era.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "date/cal.h"
#include "base/fold.h"
#include "words/rules.h"
#include "base/utf8.h"

enum { FORMS = ERA_MAX * 8 };

struct era eras[ERA_MAX];
int era_count;

static struct era_form forms[FORMS + 1]; /* ordered by their first character, then longest first */
static size_t form_count;

static size_t
form_length(const struct era_form *f)
{
	size_t n = 0;

	while (f->c[n])
		n++;
	return n;
}

static int
by_first(const void *a, const void *b)
{
	const struct era_form *x = a, *y = b;
	size_t nx = form_length(x), ny = form_length(y);

	if (x->c[0] != y->c[0])
		return x->c[0] < y->c[0] ? -1 : 1;
	if (nx != ny)
		return nx > ny ? -1 : 1;
	return (x->era > y->era) - (x->era < y->era);
}

static void
add_form(int era, struct slice form, struct place at)
{
	struct era_form *f = &forms[form_count];
	struct buf folded = {0};
	size_t i, n = 0, len;

	fold(&folded, form);
	memset(f, 0, sizeof(*f));
	for (i = 0; i < folded.n && n + 1 < ERA_FORM; i += len)
		f->c[n++] = utf8_next(folded.p + i, folded.n - i, &len);
	f->era = era;
	f->letter = n == 1 && f->c[0] < 0x80;
	buf_free(&folded);
	if (n == 0 || ++form_count > FORMS)
		die("%s:%lu: not a form of an era", at.file, at.line);
}

static void
add_forms(int era, struct slice list, struct place at)
{
	const char *p = list.p, *end = p + list.n;

	while (p < end) {
		const char *comma = memchr(p, ',', (size_t)(end - p));
		const char *stop = comma ? comma : end;

		add_form(era, (struct slice){p, (size_t)(stop - p)}, at);
		p = stop + 1;
	}
}

static void
add_era(const struct rule *r)
{
	struct era *e = &eras[era_count];
	char day[ISO_DAY + 1] = "", last[4] = "";
	int month, first;

	if (r->n < 4 || r->n > 5 || r->f[2].n != ISO_DAY || r->f[3].n > 3 || era_count == ERA_MAX)
		die("%s:%lu: not an era: NAME, FORMS, FIRST DAY, HIGHEST YEAR, LAST DAY", r->at.file, r->at.line);
	memcpy(day, r->f[2].p, ISO_DAY);
	memcpy(last, r->f[3].p, r->f[3].n);
	e->last = atoi(last);
	if (!iso_day(day, &e->first_day) || e->last < 1)
		die("%s:%lu: not the first day of an era, or not its highest year", r->at.file, r->at.line);
	e->last_day = LONG_MAX;
	if (r->n == 5 && (r->f[4].n != ISO_DAY || !iso_day(memcpy(day, r->f[4].p, ISO_DAY), &e->last_day) || e->last_day < e->first_day))
		die("%s:%lu: not the last day of an era", r->at.file, r->at.line);
	day_split(e->first_day, &e->first_year, &month, &first);
	e->name = r->f[0];
	add_forms(era_count, r->f[0], r->at);
	add_forms(era_count, r->f[1], r->at);
	era_count++;
}

void
eras_load(void)
{
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, "eras.tsv", rules_eras);
	for (i = 0; i < rules.n; i++)
		add_era(&rules.r[i]);
	qsort(forms, form_count, sizeof(*forms), by_first);
	free(rules.r);
}

const struct era_form *
era_forms(uint32_t c)
{
	size_t i;

	for (i = 0; i < form_count; i++)
		if (forms[i].c[0] == c)
			return &forms[i];
	return NULL;
}

const struct era_form *
era_next(const struct era_form *f)
{
	return f + 1 < forms + form_count && f[1].c[0] == f->c[0] ? f + 1 : NULL;
}

void
era_chars(void (*fn)(uint32_t c))
{
	size_t i, k;

	for (i = 0; i < form_count; i++)
		for (k = 0; forms[i].c[k]; k++)
			fn(forms[i].c[k]);
}

int
era_year(int era, int n)
{
	return eras[era].first_year + n - 1;
}

int
era_on(long day)
{
	int i, best = ERA_NONE;

	for (i = 0; i < era_count; i++)
		if (eras[i].first_day <= day && (best == ERA_NONE || eras[i].first_day > eras[best].first_day))
			best = i;
	return best;
}

long
gregorian_from(void)
{
	return day_of(1873, 1, 1);
}
