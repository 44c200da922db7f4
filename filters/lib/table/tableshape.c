/* tableshape.c - what the columns of a table look like; see tableshape.h */
#include "tableshape.h"

#include <string.h>

#include "blank.h"
#include "tablewin.h"
#include "utf8.h"

enum { EMPTY = 1, FIGURE = 2, SIGN = 4, OFFICE = 8, PROSE = 16, WORDS = 32, STATE = 64 };
enum { PROSE_BYTES = 120 };

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

	for (i = 0; i < cell.n && i - digits <= 4; i++)
		digits += (cell.p[i] >= '0' && cell.p[i] <= '9') || cell.p[i] == ',' || cell.p[i] == '.';
	return digits && i - digits <= 4;
}

static int
ends_with_one_of(struct slice cell, const char *const *ends, size_t n)
{
	size_t i, len;

	for (i = 0; i < n; i++) {
		len = strlen(ends[i]);
		if (cell.n >= len && memcmp(cell.p + cell.n - len, ends[i], len) == 0)
			return 1;
	}
	return 0;
}

/* Who does it: the last character of what offices are called. */
static int
is_office(struct slice cell)
{
	static const char *const ends[] = {"課", "部", "室", "省", "庁", "局", "係", "署", "官房", "委員会", "事務所"};

	return cell.n <= PROSE_BYTES && ends_with_one_of(cell, ends, sizeof(ends) / sizeof(*ends));
}

/* How far it is: the ends of the words that stand for a status. */
static int
is_state(struct slice cell)
{
	static const char *const ends[] = {"未着手", "済", "済み", "実施中", "検討中", "取組中", "対応中", "調整中", "準備中",
	                                   "完了",   "中止", "廃止", "順調",   "遅れ"};

	return cell.n <= PROSE_BYTES / 4 && ends_with_one_of(cell, ends, sizeof(ends) / sizeof(*ends));
}

static int
is_prose(struct slice cell)
{
	static const char *const ends[] = {"。"};

	return cell.n > PROSE_BYTES || ends_with_one_of(cell, ends, 1);
}

/* One or two characters are a sign; ideographs and kana may also be a word. */
static unsigned char
short_kind(struct slice cell)
{
	unsigned char c = (unsigned char)*cell.p;

	return c >= 0xe3 && c <= 0xe9 ? SIGN | WORDS : SIGN;
}

static unsigned char
kind_of(struct slice cell)
{
	if (blank_field(cell))
		return EMPTY;
	if (is_prose(cell))
		return PROSE;
	if (is_figure(cell))
		return FIGURE;
	if (is_state(cell))
		return STATE;
	if (cell.n <= 8 && utf8_count(cell.p, cell.n) <= 2)
		return short_kind(cell);
	return is_office(cell) ? OFFICE : WORDS;
}

/* The kinds of the first cells of R, at most MAX; their number returned. */
static size_t
kinds_of(const struct rec *r, unsigned char *kind, size_t max)
{
	struct slice rest = r->rest;
	size_t i;
	int more = 1;

	for (i = 0; i < max && more; i++) {
		const char *tab = rest.n ? memchr(rest.p, '\t', rest.n) : NULL;
		size_t n = tab ? (size_t)(tab - rest.p) : rest.n;

		kind[i] = kind_of((struct slice){rest.p, n});
		more = tab != NULL;
		rest.p += n + (size_t)more;
		rest.n -= n + (size_t)more;
	}
	return i;
}

void
shape_add(struct shape *s, const struct rec *r)
{
	unsigned char kind[SHAPE_COLUMNS];
	size_t i, n;

	if (s->rows == SHAPE_ROWS)
		return;
	s->rows++;
	n = kinds_of(r, kind, SHAPE_COLUMNS);
	for (i = 0; i < n; i++)
		s->seen[i] |= kind[i];
	if (n > s->n)
		s->n = n;
}

/* A cell of kind K is nothing new in a column where SEEN was seen: prose may be short, too. */
static int
agrees(unsigned char k, unsigned char seen)
{
	if (seen & PROSE)
		seen |= WORDS | STATE;
	if ((seen & (SIGN | WORDS)) == SIGN)
		seen |= STATE; /* marks, and words for what has none */
	return k == EMPTY || (seen & ~EMPTY) == 0 || (k & seen);
}

static size_t
misfits(const struct shape *s, const unsigned char *kind, size_t n, size_t shift)
{
	size_t i, sum = 0;

	for (i = 0; i < n; i++)
		sum += !agrees(kind[i], s->seen[i + shift]);
	return sum;
}

size_t
shape_lost(const struct shape *s, const struct rec *r, size_t cols)
{
	unsigned char kind[SHAPE_COLUMNS];
	size_t n, lost;

	if (s->rows == 0 || cols > SHAPE_COLUMNS)
		return 0;
	if (r->rest.n && r->rest.p[r->rest.n - 1] != '\t' && count_cells(r) == cols)
		return 0; /* all there */
	n = kinds_of(r, kind, SHAPE_COLUMNS);
	if (n == cols) /* the row may have been filled up at its right, under a column that has no empty cells */
		while (n && kind[n - 1] == EMPTY && !(s->seen[n - 1] & EMPTY))
			n--;
	if (n < 2 || n >= cols || misfits(s, kind, n, 0) == 0)
		return 0;
	lost = cols - n;
	return misfits(s, kind, n, lost) == 0 ? lost : count_cells(r) < cols ? cols : 0;
}

/* What is left of the kinds where a table is compared with another: words are words. */
static unsigned char
coarse(unsigned char seen)
{
	return (unsigned char)((seen & (FIGURE | SIGN)) | (seen & (OFFICE | PROSE | WORDS | STATE) ? WORDS : 0));
}

int
shape_differs(const struct shape *a, const struct shape *b)
{
	size_t i, differ = 0, both = 0;

	for (i = 0; i < a->n && i < b->n; i++) {
		unsigned char x = coarse(a->seen[i]), y = coarse(b->seen[i]);

		both += x && y;
		differ += x && y && (x & y) == 0;
	}
	return differ >= 2 || (differ && 2 * differ >= both);
}
