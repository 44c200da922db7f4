/* row.c - legends that stand in a table; see legend/row.h */
#include "legend/row.h"

#include <string.h>

#include "base/charset.h"
#include "legend/cut.h"
#include "legend/may.h"
#include "legend/rowcell.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "stream/row.h"

enum { LONGEST = 2048 };

/* What was found out about cells, which repeat: among the first ones of rows, one in three does. */
static struct {
	struct memo entries; /* whether one may be an entry (legend/may.h) */
	struct memo first;   /* what the first of its row can be; to read each as a whole, folded, took half of the time */
} kept;

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

/* What FN says of CELL, kept in M but where a pattern gave up. */
static int
kept_answer(struct memo *m, int (*fn)(struct slice), struct slice cell)
{
	struct memo_entry *e = memo_find(m, cell, 0);
	unsigned long hit = limits_hit();

	if (!e)
		return fn(cell);
	if (!e->known) {
		e->result = fn(cell);
		e->known = limits_hit() == hit;
	}
	return e->result;
}

static int
may_be_entry(struct slice cell)
{
	return kept_answer(&kept.entries, legend_cell_may_be, cell);
}

static int
may_begin_entry(struct slice cell, int digits)
{
	return is_short(cell, digits) || begins_with_word(cell) || may_be_entry(cell);
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

/* A cell that is an entry by itself: A 達成, A：達成 */
static int
cut_cell(struct cut *e, struct legend_cell c)
{
	if (!cut_mark(e, c.from) && !cut_word(e, c.from))
		return 0;
	e->end = c.to;
	return e->meaning < c.to;
}

/* Two cells that are one: A, 達成 */
static int
cut_pair(struct cut *e, struct legend_cell mark, struct legend_cell meaning)
{
	e->class = mark_whole(legend_cell_text(mark));
	if (e->class == MARK_NONE && !cut_is_word(legend_cell_text(mark)))
		return 0;
	e->open = e->mark = mark.from;
	e->sep = mark.to;
	e->meaning = meaning.from;
	e->end = meaning.to;
	e->kind = SEP_TAB;
	return mark_whole(legend_cell_text(meaning)) == MARK_NONE;
}

static size_t
cut_cells(struct cut *e, const struct legend_cell *c, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!cut_cell(&e[i], c[i]) || e[i].kind != e[0].kind)
			return 0;
	return n;
}

/* 済, 中, 未; 未着手, 取組中, 完了: words one beside the other, which mean no other of them. */
static int
are_words(const struct legend_cell *c, size_t n)
{
	enum { A_KANJI = 3 };
	size_t i;

	for (i = 0; i < n; i++)
		if ((c[i].to - c[i].from > A_KANJI) != (c[0].to - c[0].from > A_KANJI) || !cut_is_word(legend_cell_text(c[i])))
			return 0;
	return n > 2 || (n == 2 && c[0].to - c[0].from == A_KANJI);
}

static size_t
cut_pairs(struct cut *e, const struct legend_cell *c, size_t n)
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
	struct legend_cell c[LEGEND_CELLS + 1];
	struct cut e;
	int what = 0;

	buf_clear(&text);
	buf_adds(&text, cell);
	buf_addc(&text, '\t');
	cut_begin(slice_of(&text));
	if (legend_cells(c) == 0)
		return 0;
	if (re_match_at(legend_rules.title, legend_cell_text(c[0]), 0, legend_at) || is_all(legend_rules.corner, legend_cell_text(c[0])))
		what |= TITLE;
	if (cut_cell(&e, c[0]) || mark_whole(legend_cell_text(c[0])) != MARK_NONE || cut_is_word(legend_cell_text(c[0])))
		what |= ENTRY;
	return what;
}

/* The same, kept. */
static int
what_is(struct slice cell)
{
	return kept_answer(&kept.first, read_cell, cell);
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
counts(const struct legend_cell *c, size_t n)
{
	return n == 3 && is_all(legend_rules.count, legend_cell_text(c[2]));
}

void
legend_row_read(struct legend_line *l, struct slice text)
{
	struct legend_cell c[LEGEND_CELLS + 1];
	struct cut e[LEGEND_CELLS + 1];
	size_t n, title;

	cut_begin(text);
	l->n = 0; /* to clear what no entry uses took a twentieth of this process */
	l->titled = l->stays = 0;
	l->first = l->cells = 1;
	n = legend_cells(c);
	if (n == 0 || n > LEGEND_CELLS)
		return;
	title = n > 1 && legend_cell_is_title(c[0]);
	if (n - title == 1) {
		legend_read(l, text);
		return;
	}
	l->titled = (int)title;
	l->stays = counts(c, n);
	if ((n = cut_cells(e, c + title, n - title)) || (n = cut_pairs(e, c + title, legend_cells(c) - title)))
		legend_take(l, e, n);
}
