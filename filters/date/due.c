/* due.c - dates behind a label; see date/due.h */
#include "date/due.h"

#include <string.h>

#include "date/around.h"
#include "words/columns.h"
#include "words/labelled.h"

/* A colon stands before AT: in most texts with an anchor none does, and they cost no more. */
static int
has_colon(struct slice s, size_t at)
{
	const char *p = s.p, *end = s.p + at;

	if (at == 0)
		return 0;
	if (memchr(s.p, ':', at))
		return 1;
	for (; (p = memchr(p, 0xef, (size_t)(end - p))) && end - p >= 3; p++)
		if (memcmp(p, "\xef\xbc\x9a", 3) == 0)
			return 1;
	return 0;
}

/* Columns of that name have dates. */
static int
is_of_dates(struct slice label)
{
	struct named_role r;

	columns_load();
	r = column_role(label, (struct place){0});
	return r.kind == COL_DATE || r.role == ROLE_DEADLINE;
}

/* The value of a label that byte AT is in; labels are read once, as anchors come in order. */
static int
find_value(struct datescan *sc, size_t at)
{
	struct datelabels *l = &sc->labels;

	if (!l->begun) {
		l->begun = 1;
		l->next = has_colon(sc->s, sc->s.n) ? 0 : sc->s.n;
	}
	while (l->next < sc->s.n && l->next <= at && (l->v.value.p == NULL || l->v.value.p + l->v.value.n <= sc->s.p + at))
		if (!labelled_next(sc->s, &l->next, &l->v))
			l->next = sc->s.n;
	return l->v.value.p && sc->s.p + at >= l->v.value.p && sc->s.p + at < l->v.value.p + l->v.value.n;
}

size_t
date_due(struct datescan *sc, size_t at, struct date *d)
{
	struct datescan cell;
	size_t from, end;

	if (sc->every || !find_value(sc, at))
		return 0;
	from = (size_t)(sc->labels.v.value.p - sc->s.p);
	if (from < sc->done || !is_of_dates(sc->labels.v.label))
		return 0;
	cell = *sc;
	cell.s = slice_behind(sc->s, from); /* what stands before it, the colon first, is no part of a figure */
	cell.done = 0;
	cell.every = DATES;
	end = date_at(&cell, 0, d);
	return end ? from + end : 0;
}
