/* tableshape.c - what the columns of a table look like; see tableshape.h */
#include "tableshape.h"

#include <string.h>

#include "blank.h"
#include "utf8.h"

enum { FIGURE = 1, SIGN = 2, WORDS = 4 };

void
shape_clear(struct shape *s)
{
	memset(s, 0, sizeof(*s));
}

/* 12, 3.4%, ▲5: digits, and at most one sign before and behind. */
static int
is_figure(struct slice cell)
{
	size_t i, digits = 0;

	for (i = 0; i < cell.n; i++)
		digits += (cell.p[i] >= '0' && cell.p[i] <= '9') || cell.p[i] == ',' || cell.p[i] == '.';
	return digits && cell.n - digits <= 4;
}

static unsigned char
kind_of(struct slice cell)
{
	if (blank_field(cell))
		return 0;
	if (is_figure(cell))
		return FIGURE;
	return utf8_count(cell.p, cell.n) <= 2 ? SIGN : WORDS;
}

void
shape_add(struct shape *s, const struct rec *r)
{
	struct slice rest = r->rest, cell;
	size_t i;

	if (s->rows == SHAPE_ROWS)
		return;
	s->rows++;
	for (i = 0; i < SHAPE_COLUMNS && rest.n; i++) {
		const char *tab = memchr(rest.p, '\t', rest.n);

		cell = (struct slice){rest.p, tab ? (size_t)(tab - rest.p) : rest.n};
		s->seen[i] |= kind_of(cell);
		rest.p += cell.n + (tab != NULL);
		rest.n -= cell.n + (tab != NULL);
	}
	if (i > s->n)
		s->n = i;
}

int
shape_differs(const struct shape *a, const struct shape *b)
{
	size_t i, differ = 0, both = 0;

	for (i = 0; i < a->n && i < b->n; i++) {
		if (!a->seen[i] || !b->seen[i])
			continue;
		both++;
		differ += (a->seen[i] & b->seen[i]) == 0;
	}
	return differ >= 2 || (differ && 2 * differ >= both);
}
