/* row.c - legends that stand in a table; see legend/row.h */
#include "legend/row.h"

#include <string.h>

#include "base/charset.h"
#include "legend/cut.h"
#include "legend/prose.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "stream/row.h"

enum { LONGEST = 2048, MAX_CELLS = 24 };

/* A cell, without the blanks around it, in the folded text. */
struct cell {
	size_t from, to;
};

/* Cuts the row into its cells that are not blank; MAX_CELLS + 1 if there are too many. */
static size_t
cells(struct cell *c)
{
	size_t i, n = 0, from = 0;

	for (i = 0; i <= cut_text.n; i++) {
		if (i < cut_text.n && cut_text.p[i] != '\t')
			continue;
		if (from <= i) /* else it is behind empty cells that follow */
			from = cut_skip(from);
		if (from >= i)
			continue;
		if (n == MAX_CELLS)
			return MAX_CELLS + 1;
		c[n++] = (struct cell){from, cut_back(from, i)};
		from = i + 1;
	}
	return n;
}

static struct slice
cell_text(struct cell c)
{
	return cut_part(c.from, c.to);
}

/* What the first cell of a legend in a table can begin with, besides a mark: a title, a word for a state. */
static const char words[] = "評区分記判段措進達凡マラ基符状実取総自※【「（未完検継中改順一概対空済廃休遅可否";

static int
begins_with_word(struct slice s)
{
	static struct charset set;
	static int loaded;

	if (!loaded)
		charset_add(&set, words, 1);
	loaded = 1;
	return charset_begins(&set, s) || (s.n && *s.p == '(');
}

/* Letters and digits are marks where they are all of a cell. */
static int
is_short(struct slice first, int digits)
{
	if (first.n == 0 || first.n > 9)
		return 0;
	if (*first.p >= '0' && *first.p <= '9')
		return digits;
	return (unsigned char)*first.p < 0x80 || (unsigned char)*first.p == 0xef || (unsigned char)*first.p == 0xe2;
}

/* The next cell of FIELDS that is not empty, cut off it; empty at the end. */
static struct slice
take_cell(struct slice *fields)
{
	struct slice cell = {fields->p, 0};
	const char *tab;

	while (fields->n && cell.n == 0) {
		tab = memchr(fields->p, '\t', fields->n);
		cell = (struct slice){fields->p, tab ? (size_t)(tab - fields->p) : fields->n};
		fields->p += cell.n + (tab != NULL);
		fields->n -= cell.n + (tab != NULL);
	}
	return cell;
}

static int
may_begin_entry(struct slice cell, int digits)
{
	return is_short(cell, digits) || begins_with_word(cell) || legend_cell_may_be(cell);
}

/* The next cell of ROW, from *I on, that is not empty; an empty one at its end. */
static struct slice
next_cell(const struct row *row, size_t *i)
{
	while (*i < row->n && row->cell[*i].n == 0)
		++*i;
	return *i < row->n ? row->cell[(*i)++] : (struct slice){"", 0};
}

/* The same, without the blanks at its start, and so not of blanks alone. */
static struct slice
first_cell(const struct row *row, size_t *i)
{
	struct slice cell;

	do {
		cell = next_cell(row, i);
		while (cell.n && *cell.p == ' ')
			cell = (struct slice){cell.p + 1, cell.n - 1};
	} while (cell.n == 0 && *i < row->n);
	return cell;
}

/* Of four cells or more, the second is an entry or a mark, as the first one or its title is; or the third one is a
 * mark, behind the meaning of the first. This keeps most rows of data from being read at all. */
static int
is_data(const struct row *row, int digits, size_t *i, struct slice first)
{
	struct slice second, third;

	if (!may_begin_entry(first, digits))
		return 1;
	second = next_cell(row, i);
	third = next_cell(row, i);
	return next_cell(row, i).n && !may_begin_entry(second, 1) && !may_begin_entry(third, 1);
}

int
legend_row_may_be(const struct rec *r, int digits)
{
	const struct row *row = rec_row(r);
	size_t i = 0, n;
	struct slice first = first_cell(row, &i);

	n = first.n ? (size_t)(r->rest.p + r->rest.n - first.p) : 0;
	if (n == 0 || n > LONGEST || (!legend_rules.own && is_data(row, digits, &i, first)))
		return 0;
	return !(row->has & ROW_ESCAPE) || !memchr(first.p, '\\', n);
}

/* The cell is a title, and no more than a few signs behind it. */
static int
is_title(struct cell c)
{
	enum { SIGNS = 9 };

	return re_match_at(legend_rules.title, cell_text(c), 0, legend_at) &&
	       re_group(legend_rules.title, 0).n + SIGNS >= c.to - c.from && !cut_is_word(cell_text(c));
}

/* A cell that is an entry by itself: A 達成, A：達成 */
static int
cut_cell(struct cut *e, struct cell c)
{
	if (!cut_mark(e, c.from) && !cut_word(e, c.from))
		return 0;
	e->end = c.to;
	return e->meaning < c.to;
}

/* Two cells that are one: A, 達成 */
static int
cut_pair(struct cut *e, struct cell mark, struct cell meaning)
{
	e->class = mark_whole(cell_text(mark));
	if (e->class == MARK_NONE && !cut_is_word(cell_text(mark)))
		return 0;
	e->open = e->mark = mark.from;
	e->sep = mark.to;
	e->meaning = meaning.from;
	e->end = meaning.to;
	e->kind = SEP_TAB;
	return mark_whole(cell_text(meaning)) == MARK_NONE;
}

static size_t
cut_cells(struct cut *e, const struct cell *c, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!cut_cell(&e[i], c[i]) || e[i].kind != e[0].kind)
			return 0;
	return n;
}

/* 済, 中, 未; 未着手, 取組中, 完了: words one beside the other, which mean no other of them. */
static int
are_words(const struct cell *c, size_t n)
{
	enum { A_KANJI = 3 };
	size_t i;

	for (i = 0; i < n; i++)
		if ((c[i].to - c[i].from > A_KANJI) != (c[0].to - c[0].from > A_KANJI) || !cut_is_word(cell_text(c[i])))
			return 0;
	return n > 2 || (n == 2 && c[0].to - c[0].from == A_KANJI);
}

static size_t
cut_pairs(struct cut *e, const struct cell *c, size_t n)
{
	size_t i;

	if (are_words(c, n))
		return 0;
	if (n == 3) /* the third says more about the second */
		n = 2;
	for (i = 0; i + 1 < n; i += 2)
		if (!cut_pair(&e[i / 2], c[i], c[i + 1]))
			return 0;
	return n % 2 ? 0 : n / 2;
}

enum { TITLE = 1, ENTRY = 2 };

/* What CELL, one before the last of its row, can be in a legend: its title; an entry, or the mark of one. */
static int
read_cell(struct slice cell)
{
	static struct buf text;
	struct cell c[MAX_CELLS + 1];
	struct cut e;
	int what = 0;

	buf_clear(&text);
	buf_adds(&text, cell);
	buf_addc(&text, '\t');
	cut_begin(slice_of(&text));
	if (cells(c) == 0)
		return 0;
	if (re_match_at(legend_rules.title, cell_text(c[0]), 0, legend_at) || is_all(legend_rules.corner, cell_text(c[0])))
		what |= TITLE;
	if (cut_cell(&e, c[0]) || mark_whole(cell_text(c[0])) != MARK_NONE || cut_is_word(cell_text(c[0])))
		what |= ENTRY;
	return what;
}

/* The same, kept: the first cells of rows repeat. Of the documents with the most such rows they are one in three;
 * to read each of them as a whole, folded, took half of the time of this filter. */
static int
what_is(struct slice cell)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, cell, 0);
	unsigned long hit = limits_hit();

	if (!e)
		return read_cell(cell);
	if (e->known)
		return e->result;
	e->result = read_cell(cell);
	e->known = limits_hit() == hit;
	return e->result;
}

/* There is something in CELL besides blanks, at a glance: an ideograph, a kana or an ASCII character. */
static int
is_filled(struct slice cell)
{
	unsigned char c = cell.n ? (unsigned char)*cell.p : 0;

	return (c > ' ' && c < 0x7f) || (c >= 0xe4 && c <= 0xe9) || (c == 0xe3 && cell.n > 1 && cell.p[1] != '\x80');
}

/* Of three cells that are not blank, the first is an entry or its mark, or it is a title and the second one is. */
int
legend_row_is_none(struct slice fields)
{
	struct slice first = take_cell(&fields), second = take_cell(&fields), third = take_cell(&fields);
	int what;

	if (legend_rules.own || !is_filled(first) || !is_filled(second) || !is_filled(third))
		return 0;
	what = what_is(first);
	return !(what & ENTRY) && !(what & TITLE && what_is(second) & ENTRY);
}

/* A	順調	18: the row counts as well as it explains, and stays data. */
static int
counts(const struct cell *c, size_t n)
{
	return n == 3 && is_all(legend_rules.count, cell_text(c[2]));
}

void
legend_row_read(struct legend_line *l, struct slice text)
{
	static struct cell c[MAX_CELLS + 1];
	static struct cut e[MAX_CELLS + 1];
	size_t n, title;

	cut_begin(text);
	l->n = 0; /* to clear what no entry uses took a twentieth of this process */
	l->titled = l->stays = 0;
	l->first = l->cells = 1;
	n = cells(c);
	if (n == 0 || n > MAX_CELLS)
		return;
	title = n > 1 && is_title(c[0]);
	if (n - title == 1) {
		legend_read(l, text);
		return;
	}
	l->titled = (int)title;
	l->stays = counts(c, n);
	if ((n = cut_cells(e, c + title, n - title)) || (n = cut_pairs(e, c + title, cells(c) - title)))
		legend_take(l, e, n);
}

/* The cell is a mark, or a word that is one below a title. */
static int
is_mark(struct cell c, int words_too)
{
	return mark_whole(cell_text(c)) != MARK_NONE || (words_too && cut_is_word(cell_text(c)));
}

size_t
legend_row_marks(struct slice text, int words_too)
{
	static struct cell c[MAX_CELLS + 1];
	size_t i, n, title;

	cut_begin(text);
	n = cells(c);
	if (n == 0 || n > MAX_CELLS)
		return 0;
	title = !is_mark(c[0], words_too);
	if (title && !is_title(c[0]) && !is_all(legend_rules.corner, cell_text(c[0])))
		return 0;
	for (i = title; i < n; i++)
		if (!is_mark(c[i], words_too || title))
			return 0;
	return n - title;
}

/* The cells of ROW as written, without blanks around them. */
static size_t
written_cells(struct slice *to, struct slice row)
{
	static struct cell c[MAX_CELLS + 1];
	size_t i, n;

	cut_begin(row);
	n = cells(c);
	for (i = 0; i < n && n <= MAX_CELLS; i++)
		to[i] = fold_part(&cut_line, c[i].from, c[i].to);
	return n;
}

/* 区分 alone in the corner proves little: 説明 below it must say what the marks are given, and no other row is like it. */
static int
corner_fits(struct slice upper, struct slice lower)
{
	return !is_all(legend_rules.corner, upper) || is_all(legend_rules.below, lower);
}

/* The stages of a work head columns too, and below them stands when: 検討 | 実施, 4月 | 10月から. */
static int
is_figure(struct slice cell)
{
	size_t i;

	for (i = 0; i < cell.n; i++)
		if ((cell.p[i] >= '0' && cell.p[i] <= '9') || (i + 2 < cell.n && memcmp(cell.p + i, "\xef\xbc", 2) == 0 &&
		                                              (unsigned char)cell.p[i + 2] >= 0x90 && (unsigned char)cell.p[i + 2] <= 0x99))
			return 1;
	return 0;
}

/* No meaning comes twice: 完了 | 未着手 | 完了 says how far each of three things is. */
static int
all_differ(const struct slice *meaning, size_t n)
{
	size_t i, j;

	for (i = 0; i < n; i++)
		for (j = 0; j < i; j++)
			if (slice_eq(meaning[i], meaning[j]))
				return 0;
	return 1;
}

int
legend_row_defines(struct buf *to, struct slice upper, struct slice lower, unsigned long number, int words_too)
{
	struct slice mark[MAX_CELLS], meaning[MAX_CELLS];
	size_t i, n = written_cells(mark, upper), marks = legend_row_marks(upper, words_too), states = 0;

	if (n == 0 || n > MAX_CELLS || written_cells(meaning, lower) != n || legend_row_marks(lower, 0))
		return 0;
	if ((n > marks && !corner_fits(mark[0], meaning[0])) || !all_differ(meaning + n - marks, marks))
		return 0;
	for (i = n - marks; i < n; i++) {
		if (mark_whole(meaning[i]) != MARK_NONE || (mark_whole(mark[i]) == MARK_NONE && is_figure(meaning[i])))
			return 0;
		states += speaks_of_state(meaning[i]);
	}
	if (2 * states < marks)
		return 0;
	for (i = n - marks; i < n; i++)
		legend_define(to, number, mark[i], meaning[i]);
	return 1;
}
