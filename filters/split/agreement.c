/* agreement.c - do records agree?; see agreement.h */
#include "split/agreement.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "split/recordlook.h"

enum {
	NAME_BYTES = 90,  /* a longer cell is no name of a column: thirty kanji */
	LONG_BYTES = 240, /* a longer one is prose */
	FULL_STOP = 0x3002,
	WIDE_ZERO = 0xff10,
	WIDE_NINE = 0xff19,
	PAIR_WIDTH = 5,   /* of two records alone, */
	PAIR_TYPED = 2    /* so many cells of which begin as figures do */
};

/* What one cell shows. */
struct look {
	int typed;  /* it begins like a figure or a date, or is a sign or a single letter */
	int stop;   /* a full stop stands in it */
	int closed; /* at its end */
};

static int
is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= WIDE_ZERO && c <= WIDE_NINE);
}

static struct look
look_at(struct slice s)
{
	struct look l = {0, 0, 0};
	size_t i, len, n = 0;
	uint32_t c, first = 0;

	for (i = 0; i < s.n; i += len) {
		c = utf8_next(s.p + i, s.n - i, &len);
		l.closed = c == FULL_STOP;
		l.stop |= l.closed;
		first = n++ ? first : c;
	}
	l.typed = is_digit(first) || ((first == '-' || first == '+') && s.n > 1 && is_digit((unsigned char)s.p[1])) ||
	          (n == 1 && first != 0);
	return l;
}

/* FNV-1a: for what comes again among a dozen cells. */
static uint32_t
print_of(struct slice s)
{
	uint32_t h = 2166136261u;
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

void
agreement_begin(struct agreement *a, char mark)
{
	memset(a, 0, sizeof(*a));
	a->mark = mark;
}

static void
add_to_column(struct column *k, struct slice cell, struct look l, size_t record)
{
	uint32_t print = print_of(cell);
	size_t i;
	int again = 0;

	k->filled++;
	k->typed += (size_t)l.typed;
	for (i = 0; i < record; i++)
		again |= k->seen[i] == print;
	k->again += (size_t)again;
	k->seen[record] = print;
}

/* Could the record be the names of columns: all of them short, none a figure or a sentence? */
static int
could_be_names(const struct cells *c)
{
	size_t i, filled = 0;

	for (i = 0; i < c->n; i++) {
		struct slice s = recordlook_inside(cells_get(c, i));
		struct look l = look_at(s);

		if (blank_field(s))
			continue;
		filled++;
		if (s.n > NAME_BYTES || l.stop || (l.typed && s.n > 1 && is_digit((unsigned char)s.p[0]) && s.n < 4))
			return 0;
	}
	return filled >= 2 && 5 * filled >= 4 * c->n;
}

static void
add_cell(struct agreement *a, struct slice cell, size_t i, int is_names)
{
	struct slice s = recordlook_inside(cell);
	struct look l;

	a->cells++;
	a->quoted += s.p != cell.p;
	if (s.p == cell.p && i && cell.n > 1 && blank_at(cell))
		a->blanks++;
	if (blank_field(s)) {
		a->empty++;
		return;
	}
	a->filled[a->n]++;
	l = look_at(s);
	a->ends += (size_t)l.stop;
	a->shut += (size_t)l.closed;
	a->parts += s.n > LONG_BYTES;
	if (i < AGREE_COLUMNS && !is_names)
		add_to_column(&a->column[i], s, l, a->n);
}

void
agreement_add(struct agreement *a, const struct cells *c)
{
	size_t i;
	int is_names;

	if (c->n > 2 && recordlook_filled(c) < 2) {
		a->silent++;
		return;
	}
	is_names = !a->names && a->named_by == 0 && could_be_names(c);
	if (is_names) {
		a->names = 1;
		a->named_by = a->n;
	}
	a->width[a->n] = c->n;
	a->marks += c->n - 1;
	if (a->mark == ',')
		a->thousands += recordlook_thousands(c);
	a->indented += c->text.n && (c->text.p[0] == ' ' || c->text.p[0] == '\t');
	a->torn += (size_t)recordlook_torn(c);
	a->misquoted += (size_t)recordlook_misquoted(c);
	if (a->n == 0)
		a->call = recordlook_call(slice_of(&c->text), a->mark);
	a->called += a->call && recordlook_call(slice_of(&c->text), a->mark) == a->call;
	a->trailing += recordlook_goes_on(c) && !blank_field(recordlook_inside(cells_get(c, c->n - 2)));
	a->first_filled[a->n] = c->n && !blank_field(recordlook_inside(cells_get(c, 0)));
	for (i = 0; i < c->n; i++)
		add_cell(a, cells_get(c, i), i, is_names);
	a->n++;
}

int
agreement_wants(const struct agreement *a)
{
	return a->n < AGREE_RECORDS && a->silent < AGREE_SILENT && !(a->n >= 3 && 100 * a->blanks > 34 * a->marks);
}

static size_t
count_of_width(const struct agreement *a, size_t width)
{
	size_t i, n = 0;

	for (i = 0; i < a->n; i++)
		n += a->width[i] == width;
	return n;
}

size_t
agreement_width(const struct agreement *a)
{
	size_t i, best = 0, n = 0;

	for (i = 0; i < a->n; i++) {
		size_t same = count_of_width(a, a->width[i]);

		if (same > n || (same == n && a->width[i] > best)) {
			n = same;
			best = a->width[i];
		}
	}
	return best;
}

/* Most records have two cells at least that say something. */
static int
says_something(const struct agreement *a)
{
	size_t i, n = 0;

	for (i = 0; i < a->n; i++)
		n += a->filled[i] >= 2;
	return 2 * n > a->n;
}

/* Records of sentences that end as lines do, without names above them. */
static int
is_prose(const struct agreement *a)
{
	return 2 * a->shut > a->n && !(a->names && a->named_by == 0);
}

/* A header wider than its rows, as even official files have it, is not held against them. */
static int
has_wide_names(const struct agreement *a, size_t width)
{
	return a->names && a->named_by == 0 && a->n >= 3 && a->width[0] > width;
}

static int
column_points(const struct agreement *a, size_t width)
{
	size_t i, rows = a->n - (size_t)a->names;
	int typed = 0, again = 0;

	for (i = 0; i < width && i < AGREE_COLUMNS && rows >= 2; i++) {
		const struct column *k = &a->column[i];

		typed += k->filled >= 2 && 5 * k->typed >= 4 * k->filled;
		again |= k->filled >= 3 && 2 * k->again >= k->filled - 1;
	}
	return (typed > 2 ? 2 : typed) + again;
}

static int
is_refused(const struct agreement *a, int known)
{
	size_t width = agreement_width(a), same = count_of_width(a, width) + (size_t)has_wide_names(a, width);

	if (is_prose(a) || (a->mark == ',' && a->thousands >= a->marks))
		return 1;
	return a->n < 2 || width < 2 || 100 * a->blanks > 34 * a->marks || 10 * a->indented > a->n ||
	       100 * same < (known || width >= 6 ? 70U : 80U) * a->n || !says_something(a) || 3 * a->misquoted > a->n;
}

static int
is_program(const struct agreement *a)
{
	return 10 * a->torn > a->n || a->trailing == a->n || a->called == a->n;
}

static int
points(const struct agreement *a)
{
	size_t width = agreement_width(a);
	int p = (width >= 3) + (width >= 4);

	p += (a->n >= 3) + (a->n >= 5);
	p += (20 * a->quoted > a->cells) + (2 * a->quoted > a->cells);
	p += a->names && a->named_by == 0 ? 2 : 0;
	p += column_points(a, width);
	p += a->empty > 0;
	if (width <= 4 && 3 * a->shut > a->n)
		p -= 2; /* sentences that end as lines do */
	if (4 * a->parts > a->n)
		p -= 2;
	return p;
}

/* Two records alone agree by chance; not so the names of five columns, and a record with figures below them. */
static int
is_pair(const struct agreement *a)
{
	size_t i, typed = 0;

	for (i = 0; i < agreement_width(a) && i < AGREE_COLUMNS; i++)
		typed += a->column[i].typed;
	return a->n == 2 && a->width[0] == a->width[1] && a->width[0] >= PAIR_WIDTH && a->names && a->named_by == 0 && typed >= PAIR_TYPED &&
	       a->blanks == 0 && a->ends == 0 && a->trailing == 0;
}

int
agreement_holds(const struct agreement *a, int known)
{
	if (is_refused(a, known) || (!known && is_program(a)))
		return 0;
	return known || is_pair(a) || (a->n >= 3 && points(a) >= (agreement_width(a) == 2 ? 6 : 5));
}

size_t
agreement_titles(const struct agreement *a)
{
	size_t i;

	for (i = 0; i + 1 < a->n; i++)
		if (!a->first_filled[i] || 2 * a->filled[i] > a->width[i] || a->filled[i] > 2 || a->width[i] < 3 ||
		    a->filled[i + 1] <= a->filled[i] || !a->first_filled[i + 1])
			break;
	/* Only above a fuller record, and only those that say less than it. */
	return i;
}
