/* shape.c - what the columns of a table look like; see table/shape.h */
#include "table/shape.h"

#include <string.h>

#include "base/hash.h"
#include "stream/row.h"
#include "table/form.h"

enum { WAITING_BYTES = 2048 }; /* a longer row is looked at and not kept */

void
shape_clear(struct shape *s)
{
	struct buf waiting = s->waiting;

	buf_clear(&waiting);
	*s = (struct shape){.waiting = waiting};
}

/* The forms of the first cells of a row, at most SHAPE_COLUMNS; their number returned. */
static size_t
forms_of(const struct row *row, unsigned short *form)
{
	size_t i;

	for (i = 0; i < SHAPE_COLUMNS && i < row->n; i++)
		form[i] = form_of(row->cell[i]);
	return i;
}

static void
look_at_row(struct shape *s, const struct row *row)
{
	unsigned short form[SHAPE_COLUMNS];
	size_t i, n = forms_of(row, form);

	for (i = 0; i < n; i++)
		s->seen[i] |= form[i];
	if (n > s->n)
		s->n = n;
}

/* Somebody asks: S is complete. */
static void
look(struct shape *s)
{
	const char *p = s->waiting.p, *end = p + s->waiting.n, *lf;

	for (; p < end; p = lf + 1) {
		lf = memchr(p, '\n', (size_t)(end - p));
		look_at_row(s, row_of_line((struct slice){p, (size_t)(lf - p)}));
	}
	buf_clear(&s->waiting);
}

void
shape_add(struct shape *s, const struct rec *r)
{
	if (s->rows == SHAPE_ROWS)
		return;
	s->rows++;
	if (!KEEPS_ANSWERS || r->rest.n == 0 || r->rest.n > WAITING_BYTES) {
		look_at_row(s, rec_row(r));
		return;
	}
	buf_adds(&s->waiting, r->rest);
	buf_addc(&s->waiting, '\n');
}

/* FORM_SHORT may be either. */
static unsigned
either(unsigned kind)
{
	return kind & FORM_SHORT ? kind | FORM_SIGN | FORM_WORDS : kind;
}

/* A cell of kind K is nothing new in a column where SEEN was seen: prose may be short, too. */
static int
agrees(unsigned k, unsigned seen)
{
	k = either(k);
	seen = either(seen);
	if (seen & FORM_PROSE)
		seen |= FORM_WORDS | FORM_STATE | FORM_DAY | FORM_OFFICE;
	if ((seen & (FORM_SIGN | FORM_WORDS)) == FORM_SIGN)
		seen |= FORM_STATE; /* marks, and words for what has none */
	return k == FORM_EMPTY || (seen & ~(unsigned)FORM_EMPTY) == 0 || (k & seen);
}

int
shape_agrees(struct shape *s, const struct rec *r)
{
	unsigned short form[SHAPE_COLUMNS];
	size_t i, n;

	look(s);
	n = forms_of(rec_row(r), form);
	for (i = 0; i < n && i < s->n; i++)
		if (!agrees(form[i], s->seen[i]))
			return 0;
	return 1;
}

/* 順調 in a column that has had nothing like words. */
static int
is_anchor(unsigned k, unsigned seen)
{
	return (k & seen & (FORM_FIGURE | FORM_SIGN | FORM_STATE | FORM_DAY)) && !(seen & (FORM_WORDS | FORM_PROSE | FORM_OFFICE));
}

int
shape_holds(struct shape *s, const struct rec *r)
{
	unsigned short form[SHAPE_COLUMNS];
	size_t i, n, odd = 0;

	look(s);
	n = forms_of(rec_row(r), form);
	if (n < 4 || n > s->n || !is_anchor(form[n - 1], s->seen[n - 1]))
		return 0;
	for (i = n; i < s->n; i++)
		if (!(s->seen[i] & (FORM_WORDS | FORM_PROSE)) || (form[n - 1] & s->seen[i]))
			return 0;
	for (i = 0; i < n; i++)
		odd += !agrees(form[i], s->seen[i]);
	return odd <= 1 && agrees(form[0], s->seen[0]);
}

int
shape_may_lack(struct shape *s, size_t c)
{
	look(s);
	return c < s->n && (s->seen[c] & FORM_EMPTY);
}

/* More is asked where a cell is to be placed: a column without any text so far attracts none, one of signs no short
 * words, one of states no longer ones. */
static int
takes(unsigned seen, unsigned k)
{
	if (k == FORM_EMPTY)
		return 1;
	if ((k & FORM_SHORT) && !(k & FORM_STATE) && !(seen & (FORM_SHORT | FORM_WORDS | FORM_PROSE)))
		return 0;
	if (k == FORM_WORDS && (seen & FORM_STATE) && !(seen & (FORM_WORDS | FORM_PROSE)))
		return 0;
	return agrees(k, seen) && (seen & ~(unsigned)FORM_EMPTY);
}

int
shape_spans(struct shape *s, const struct rec *r, size_t cols, struct span *to)
{
	unsigned short form[SHAPE_COLUMNS];
	size_t i, c, n;

	if (s->rows == 0 || cols > SHAPE_COLUMNS)
		return 0;
	look(s);
	n = forms_of(rec_row(r), form);
	if (n == cols) { /* filled up under columns that have no empty cells; one with gaps is a row of totals, or the like */
		while (n && form[n - 1] == FORM_EMPTY && !(s->seen[n - 1] & FORM_EMPTY))
			n--;
		for (i = 0; i < n; i++)
			if (form[i] == FORM_EMPTY)
				return 0;
	}
	to->n = n;
	if (n < 2 || n >= cols)
		return 0;
	for (i = 0, c = 0; i < n; i++, c++) {
		while (c < cols && !takes(s->seen[c], form[i]))
			c++;
		if (c == cols)
			return 0;
		to->lo[i] = (unsigned char)c;
	}
	for (i = n, c = cols; i-- > 0;) {
		do
			c--;
		while (!takes(s->seen[c], form[i]));
		to->hi[i] = (unsigned char)c;
	}
	return 1;
}

/* What is left of the kinds where a table is compared with another: words are words. */
static unsigned
coarse(unsigned seen)
{
	seen = either(seen);
	return (seen & (FORM_FIGURE | FORM_SIGN)) | (seen & (FORM_OFFICE | FORM_PROSE | FORM_WORDS | FORM_STATE | FORM_DAY) ? FORM_WORDS : 0U);
}

/* Nothing but figures stood in column I of A, and none stands there in three rows or more of B. */
static int
lost_figures(const struct shape *a, const struct shape *b, size_t i)
{
	return coarse(a->seen[i]) == FORM_FIGURE && b->rows > 2 && either(b->seen[i]) & FORM_WORDS &&
	       !(b->seen[i] & (FORM_FIGURE | FORM_STATE | FORM_DAY));
}

int
shape_differs(struct shape *a, struct shape *b)
{
	size_t i, differ = 0, both = 0;

	look(a);
	look(b);
	for (i = 0; i < a->n && i < b->n; i++) {
		unsigned x = coarse(a->seen[i]), y = coarse(b->seen[i]);

		if (lost_figures(a, b, i))
			return 1;
		both += x && y;
		differ += x && y && (x & y) == 0;
	}
	return differ >= 2 || (differ && 2 * differ >= both);
}
