/* merged.c - headers of two rows by their shape; see table/merged.h */
#include "table/merged.h"

#include "base/blank.h"
#include "stream/row.h"
#include "table/looks.h"

/* No label is longer, in characters; numbers between these are years. */
enum { LABEL_CHARS = 20, FIRST_YEAR = 1900, LAST_YEAR = 2100 };

static int
is_figure(struct slice cell)
{
	struct looks l = looks_of(cell);

	return l.first == SYM_DIGIT || l.first == SYM_MARK || l.first == SYM_POINT || (l.len == 1 && l.first == SYM_LATIN);
}

static int
is_label(struct slice cell)
{
	struct looks l = looks_of(cell);
	int year = l.number >= FIRST_YEAR && l.number <= LAST_YEAR;

	return !looks_blank(&l) && l.len <= LABEL_CHARS && !looks_has(&l, SYM_STOP) && l.first != SYM_MARK && l.first != SYM_POINT &&
	       (l.first != SYM_DIGIT || year);
}

static int
are_labels(const struct rec *r)
{
	const struct row *row = rec_row(r);
	size_t i;

	for (i = 0; i < row->n && is_label(row->cell[i]); i++)
		;
	return i == row->n;
}

static unsigned char
kind_of(struct slice cell)
{
	struct looks l = looks_of(cell);

	switch (l.first) {
	case SYM_DIGIT: return KIND_FIGURES;
	case SYM_MARK: return looks_has(&l, SYM_DIGIT) ? KIND_FIGURES : KIND_SIGNS;
	case SYM_LATIN: return l.len == 1 ? KIND_SIGNS : KIND_WORDS;
	case SYM_KANJI: case SYM_HIRAGANA: case SYM_KATAKANA: return KIND_WORDS;
	case SYM_POINT: return looks_has(&l, SYM_DIGIT) ? KIND_FIGURES : KIND_OPEN; /* a dash has no value */
	default: return KIND_OPEN;
	}
}

int
merged_agree(unsigned char a, unsigned char b)
{
	return a == b || a <= KIND_MIXED || b <= KIND_MIXED;
}

static void
add_row(struct merged *m, const struct rec *r)
{
	const struct row *row = rec_row(r);
	uint64_t figures = 0;
	size_t i;

	for (i = 0; i < row->n && i < MERGED_COLUMNS; i++) {
		unsigned char kind = kind_of(row->cell[i]);

		if (is_figure(row->cell[i]))
			figures |= UINT64_C(1) << i;
		if (m->kind[i] == KIND_OPEN)
			m->kind[i] = kind;
		else if (kind != KIND_OPEN && m->kind[i] != kind)
			m->kind[i] = KIND_MIXED;
	}
	m->figures &= figures;
}

struct merged
merged_body(const struct window *w, size_t second)
{
	struct merged m = {.figures = ~UINT64_C(0)};
	size_t i, rows = 0;

	for (i = win_next(w, second); i < w->n && win_at(w, i)->r.kind == K_ROW; i = win_next(w, i), rows++) {
		size_t cells = win_at(w, i)->cells;

		if ((rows && cells != m.cols) || cells > MERGED_COLUMNS || !is_utf8(win_at(w, i)->r.raw))
			return (struct merged){0};
		m.cols = cells;
		add_row(&m, &win_at(w, i)->r);
	}
	return rows > 1 ? m : (struct merged){0};
}

size_t
merged_places(const struct merged *m, size_t n1, size_t n2, size_t k, uint64_t alone, size_t *first)
{
	size_t p, found = 0;

	if (n2 >= MERGED_COLUMNS || k >= MERGED_COLUMNS)
		return 0;
	for (p = 0; p + k <= n1; p++) {
		uint64_t below = ((UINT64_C(1) << n2) - 1) << p, names = ((UINT64_C(1) << k) - 1) << p;

		if ((m->figures & below) != below || (alone & names))
			continue;
		found++;
		*first = p;
	}
	return found;
}

/* The labels of R are the same ones for each of K names, two at least. */
static int
repeats(const struct rec *r, size_t k)
{
	const struct row *row = rec_row(r);
	size_t i, period = row->n / k;

	for (i = period; i < row->n && slice_eq(row->cell[i], row->cell[i - period]); i++)
		;
	return k > 1 && i == row->n;
}

static int
is_label_row(const struct window *w, size_t i)
{
	return i < w->n && win_at(w, i)->r.kind == K_ROW && is_utf8(win_at(w, i)->r.raw) && are_labels(&win_at(w, i)->r);
}

/* A third row of labels stands below record SECOND. K names of the first row spread over the second, J of that over the third. */
static int
are_three(const struct window *w, size_t second)
{
	size_t third = win_next(w, second), n1 = win_at(w, 0)->cells, n2 = win_at(w, second)->cells, n3, body, all, k, j;
	struct merged m;

	if (!is_label_row(w, third) || (body = win_next(w, third)) >= w->n)
		return 0;
	n3 = win_at(w, third)->cells;
	m.cols = win_at(w, body)->cells;
	all = n1 + n2 + n3;
	if (n2 < 2 || m.cols <= n1 || m.cols <= n2 || m.cols <= n3 || all < m.cols + 2)
		return 0;
	for (k = 1; k < n1 && k <= n2 && k < all - m.cols; k++) {
		j = all - m.cols - k;
		if (j > n2 || n3 < 2 * j)
			continue;
		m = merged_body(w, third);
		return m.cols && m.figures;
	}
	return 0;
}

int
merged_is_top(const struct window *w)
{
	size_t second = win_next(w, 0), body, n1, n2, cols, k, first;
	struct merged m;

	if (second >= w->n || (body = win_next(w, second)) >= w->n || win_at(w, second)->r.kind != K_ROW || !is_utf8(win_at(w, second)->r.raw))
		return 0;
	n1 = win_at(w, 0)->cells;
	n2 = win_at(w, second)->cells;
	cols = win_at(w, body)->cells; /* of all rows below, or these are none: before each of their cells is looked at */
	if (n1 < 2 || !are_labels(&win_at(w, 0)->r) || !are_labels(&win_at(w, second)->r))
		return 0;
	if (cols <= n1 || cols >= n1 + n2)
		return are_three(w, second);
	k = n1 + n2 - cols;
	if (n2 < 2 * k || n2 % k != 0 || k >= n1)
		return are_three(w, second);
	m = merged_body(w, second);
	return (m.cols == cols && (repeats(&win_at(w, second)->r, k) || merged_places(&m, n1, n2, k, 0, &first) > 0)) || are_three(w, second);
}
