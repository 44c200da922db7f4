/* parts.c - rows in parts; see table/parts.h */
#include "table/parts.h"

#include "base/blank.h"
#include "stream/row.h"
#include "table/looks.h"
#include "words/columns.h"
#include "words/phrases.h"

enum {
	LINES_MAX = 8,   /* of a cell */
	PARTS_MAX = 16,  /* lines of a row */
	REMARK_CHARS = 20,
	FIRST_BYTES = 120,
	NUMBER_MAX = 999 /* in brackets, and nothing beside it: a number of an item */
};

static int
is_number(const struct looks *l)
{
	return l->runs == (SYM_OPEN | SYM_DIGIT << 4 | SYM_CLOSE << 8) && l->number <= NUMBER_MAX;
}

/* Without its first and last character, which are brackets of ASCII, or of three bytes. */
static struct slice
inside(struct slice s)
{
	size_t from = *s.p == '(' ? 1 : 3, behind = (unsigned char)s.p[s.n - 1] < 0x80 ? 1 : 3;

	return from + behind < s.n ? (struct slice){s.p + from, s.n - from - behind} : (struct slice){"", 0};
}

/* CELL stands in brackets, and numbers no item. */
static int
is_bracketed(struct slice cell, struct looks *l)
{
	if (cell.n < 4 || (*cell.p != '(' && (unsigned char)*cell.p != 0xef))
		return 0;
	*l = looks_of(cell);
	return l->first == SYM_OPEN && l->last == SYM_CLOSE && l->len <= REMARK_CHARS && !looks_has(l, SYM_STOP) && !is_number(l);
}

/* CELL is a figure or a year in brackets. */
static int
is_remark(struct slice cell, struct place at)
{
	struct looks l;

	cell = blank_trim(cell);
	return is_bracketed(cell, &l) && (looks_has(&l, SYM_DIGIT) || column_kind(inside(cell), at) == COL_PERIOD);
}

static struct slice
first_cell(struct held *h)
{
	return blank_trim(held_fields(h)->f[0]);
}

/* Row H begins with brackets. */
static int
is_part(struct held *h)
{
	struct looks l;

	return h->r.kind == K_ROW && is_utf8(h->r.raw) && is_bracketed(first_cell(h), &l);
}

/* The sign that CELL begins with, with words behind it: that of an item, and no minus. 0 if there is none. */
static uint32_t
bullet_of(struct slice cell)
{
	struct looks l = looks_of(cell);
	unsigned second = l.runs >> 4 & 15;

	return (l.first == SYM_MARK || l.first == SYM_POINT) && second >= SYM_KANJI && second <= SYM_KATAKANA ? l.begins : 0;
}

/* Row H begins with an item, as the line above it, the end of record ABOVE, does. */
static int
goes_on_items(struct held *above, struct held *h)
{
	struct slice last = above->r.rest;
	uint32_t bullet;

	if (above->r.kind == K_ROW)
		last = held_fields(above)->f[held_fields(above)->n - 1];
	bullet = bullet_of(last);
	return bullet && bullet == bullet_of(first_cell(h));
}

static int
is_prose(const struct rec *r, struct place at)
{
	return r->kind == K_TEXT && !blank_field(r->rest) && is_utf8(r->rest) && (!phrase_in(PHRASE_ALONE, r->rest, at) || is_remark(r->rest, at));
}

/* H, a row or a line, may be a later part of a row; ABOVE is the part before it. */
static int
goes_on(struct held *above, struct held *h, struct place at)
{
	if (!is_utf8(h->r.raw))
		return 0;
	if (h->r.kind == K_ROW)
		return is_part(h) || goes_on_items(above, h);
	return is_prose(&h->r, at) || (h->r.kind == K_TEXT && bullet_of(h->r.rest));
}

/* Parts of a row from record I on. */
static size_t
parts_from(const struct window *w, size_t i, size_t cols, struct place at)
{
	size_t from = i, cells = win_at(w, i)->cells;

	for (i++; i < w->n && i < from + PARTS_MAX && cells < cols; i++) {
		struct held *h = win_at(w, i);

		if (!goes_on(win_at(w, i - 1), h, at))
			return 0;
		cells += h->r.kind == K_ROW ? h->cells - 1 : 0;
	}
	return cells == cols && i > from + 1 ? i - from : 0;
}

size_t
parts_of_row(const struct window *w, size_t cols, struct place at)
{
	return win_at(w, 0)->cells > 1 ? parts_from(w, 0, cols, at) : 0;
}

size_t
parts_first(const struct window *w)
{
	size_t i, cells = win_at(w, 0)->cells;

	for (i = 1; i < w->n && i < PARTS_MAX && is_part(win_at(w, i)); i++)
		cells += win_at(w, i)->cells - 1;
	if (i == 1 || i + 1 >= w->n || win_at(w, 0)->cells < 2)
		return 0;
	return win_at(w, i)->cells == cells && win_at(w, i + 1)->cells == cells ? i : 0;
}

size_t
parts_below(const struct window *w, size_t i, struct place at)
{
	size_t k, n = 0;

	for (k = 1; i + k < w->n && k <= LINES_MAX && is_prose(&win_at(w, i + k)->r, at); k++)
		if (is_remark(win_at(w, i + k)->r.rest, at))
			n = k;
	return n;
}

int
part_may_begin(const struct rec *r)
{
	return r->kind == K_TEXT && !blank_field(r->rest) && r->rest.n <= FIRST_BYTES;
}

int
part_begins(const struct window *w, size_t cols)
{
	return w->n > 1 && win_at(w, 0)->r.kind == K_TEXT && is_utf8(win_at(w, 0)->r.rest) && cols > 1 && win_at(w, 1)->cells == cols && is_part(win_at(w, 1));
}

int
parts_prove(const struct window *w, const char *file)
{
	size_t i = 1, cols = win_at(w, 0)->cells;
	struct place at = {file, win_at(w, 0)->r.line, 0};

	while (i < w->n && (win_at(w, i)->r.kind == K_TEXT || win_is_section(&win_at(w, i)->r)))
		i++;
	if (cols < 3 || i == w->n || win_at(w, i)->r.kind != K_ROW || win_at(w, i)->cells < 2 || win_at(w, i)->cells >= cols || !is_utf8(win_at(w, i)->r.raw))
		return 0;
	return parts_from(w, i, cols, at) > 0;
}
