/* due.c - dates behind a label; see date/due.h */
#include "date/due.h"

#include <string.h>

#include "date/around.h"
#include "words/columns.h"
#include "words/labelled.h"

/* No colon before AT: most texts with an anchor, and they cost no more. */
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

size_t
date_due(const struct datescan *sc, size_t at, struct date *d)
{
	struct datescan cell = *sc;
	struct labelled v;
	size_t i = 0, from, end;

	if (sc->every || !has_colon(sc->s, at))
		return 0;
	while (i <= at && labelled_next(sc->s, &i, &v)) {
		from = (size_t)(v.value.p - sc->s.p);
		if (at < from || at >= from + v.value.n)
			continue;
		if (from < sc->done || !is_of_dates(v.label))
			return 0;
		cell.s = slice_behind(sc->s, from); /* what stands before it, the colon first, is no part of a figure */
		cell.done = 0;
		cell.every = DATES;
		end = date_at(&cell, 0, d);
		return end ? from + end : 0;
	}
	return 0;
}
