/* join.c - joining wrapped cells; see table/join.h */
#include "table/join.h"

#include <string.h>

#include "base/blank.h"
#include "stream/row.h"
#include "table/parts.h"
#include "table/unjoin.h"
#include "words/columns.h"
#include "words/phrases.h"

enum {
	WRAPPED_BYTES = 24, /* a shorter last cell was not broken for want of room: eight kanji */
	LINES_MAX = 8       /* of prose behind a row */
};

/* A line that begins like this stands for itself: a note, a caption, a source, a bullet of its own. */
static int
stands_alone(struct slice text, struct place at)
{
	return phrase_in(PHRASE_ALONE, text, at);
}

/* The three bytes at P are an ideograph or a kana. */
static int
is_letter(const char *p)
{
	unsigned char c = (unsigned char)p[0];

	return (c >= 0xe4 && c <= 0xe9) || (c == 0xe3 && p[1] != '\x80' && memcmp(p, "・", 3) != 0);
}

/* Most cells are known by their last character, without the pattern, which tries each place in them. */
static int
ends_sentence(struct slice text, struct place at)
{
	const char *last = text.p + text.n - 3;

	if (text.n >= 3 && memcmp(last, "。", 3) == 0)
		return 1;
	if (text.n >= 3 && is_letter(last))
		return 0;
	return phrase_in(PHRASE_ENDS, text, at);
}

static int
has_sentence(struct slice text, struct place at)
{
	return phrase_in(PHRASE_SENTENCE, text, at);
}

/* No word, and no sentence, ends here. */
static int
hangs(struct slice text, struct place at)
{
	return phrase_in(PHRASE_HANGS, text, at);
}

/* The first character tells, if it is no white space: of one byte up to a blank, or of C2, E1, E2 80 and 81, E3 80. */
static int
is_bullet(struct slice text, struct place at)
{
	unsigned char c = text.n >= 3 ? (unsigned char)*text.p : 0;

	if ((c > ' ' && c < 0xc2) || c >= 0xe4 || (c == 0xe2 && (unsigned char)text.p[1] > 0x81) || (c >= 0xe3 && is_letter(text.p)))
		return 0;
	return phrase_in(PHRASE_BULLET, text, at);
}

static struct slice
last_cell(struct held *h)
{
	const struct fields *f = held_fields(h);

	return f->n ? f->f[f->n - 1] : (struct slice){"", 0};
}

static int
is_prose(const struct window *w, size_t i)
{
	const struct rec *r = &win_at(w, i)->r;

	return r->kind == K_TEXT && !blank_field(r->rest) && is_utf8(r->rest);
}

/* The lines of text directly behind the row carry on and end its sentence. */
static int
sentence_goes_on(const struct window *w, struct place at)
{
	size_t i;

	for (i = 1; i < w->n && i <= LINES_MAX && is_prose(w, i); i++) {
		struct slice text = win_at(w, i)->r.rest;

		if (stands_alone(text, at) || is_bullet(text, at))
			return 0;
		if (ends_sentence(text, at))
			return 1;
	}
	return 0;
}

/* Row 0 of COLS cells ends with the tab before a cell that holds blocks: it is empty, and lines of text stand directly below, as
 * no empty cell has them, before another such row. One line is a title of the rows below it, but not where a row would then be a
 * label and nothing more. How many records that are; 0: it does not. */
static size_t
blocks_end(const struct window *w, size_t cols)
{
	size_t i;

	if (!blank_field(last_cell(win_at(w, 0))))
		return 0;
	for (i = 1; i < w->n && i <= LINES_MAX && is_prose(w, i); i++)
		;
	if (i < (cols == 2 ? 2 : 3) || i == w->n || win_at(w, i)->r.kind != K_ROW || win_at(w, i)->cells != cols)
		return 0;
	return i;
}

static int
text_belongs(struct window *w, struct slice cell, struct place at)
{
	struct slice text = win_at(w, 1)->r.rest;

	if (cell.n == 0 || *cell.p == '"')
		return 0;
	if (is_bullet(cell, at) && is_bullet(text, at))
		return 1;
	if (cell.n < WRAPPED_BYTES || ends_sentence(cell, at))
		return 0;
	return sentence_goes_on(w, at) || (hangs(cell, at) && !stands_alone(text, at));
}

void
join_lines(struct window *w, size_t count)
{
	struct buf all = {0};
	size_t i;

	buf_addz(&all, "row\t");
	buf_addu(&all, win_at(w, 0)->r.line);
	buf_addc(&all, '\t');
	buf_adds(&all, win_at(w, 0)->r.rest);
	for (i = 1; i < count; i++) {
		buf_addz(&all, "\\n");
		buf_adds(&all, win_at(w, i)->r.rest);
	}
	held_set(win_at(w, 0), slice_of(&all));
	buf_free(&all);
	while (--count)
		win_drop(w, 1);
}

/* The cell can be half of a torn one: it is not quoted, and if it is a datum, then prose. */
static int
can_be_torn(struct slice cell, struct place at)
{
	if (blank_field(cell) || *cell.p == '"')
		return 0;
	return column_kind(cell, at) != COL_DATA || has_sentence(cell, at) || is_bullet(cell, at);
}

/* A row ends in the middle of a cell: what it ends with is as long as what was broken for want of room, or no word ends
 * there. Else it may as well be whole, and lack its last cells. */
static int
breaks_off(struct slice cell, struct place at)
{
	return (cell.n >= WRAPPED_BYTES && !ends_sentence(cell, at)) || hangs(cell, at);
}

/* The record that goes on with row I behind the lines of a cell that holds blocks, as browsers copy it: nothing stands behind the
 * tab before such a cell, nor before the tab behind it, and between the two only lines of text. 0: it has none. */
static size_t
behind_blocks(const struct window *w, size_t i)
{
	size_t k;

	if (!blank_field(last_cell(win_at(w, i))))
		return 0;
	for (k = i + 1; k < w->n && k <= i + LINES_MAX && win_at(w, k)->r.kind == K_TEXT && is_utf8(win_at(w, k)->r.rest); k++)
		;
	if (k == i + 1 || k == w->n || win_at(w, k)->r.kind != K_ROW || !is_utf8(win_at(w, k)->r.raw))
		return 0;
	return blank_field(held_fields(win_at(w, k))->f[0]) ? k : 0;
}

/* How a row may have been torn: nowhere but at cells that hold blocks, or anywhere in the first row below a header, or in one that
 * begins with a number, as its table's rows do. */
enum tearing { TORN_AT_BLOCKS, TORN_FIRST, TORN_NUMBERED };

/* How many records, from the first on, make up a row of exactly COLS cells, or 0. Where the rows of the table are numbered, one
 * that is not is the rest of another. Without that, two rows are one only if the upper one breaks off. */
static size_t
fragments(const struct window *w, size_t cols, enum tearing torn, struct place at)
{
	size_t i, cells = win_at(w, 0)->cells, blocks = behind_blocks(w, 0);

	for (i = 1; i < w->n && cells < cols; i++) {
		struct held *h = win_at(w, blocks ? (i = blocks) : i);

		if (h->r.kind == K_ROW && !is_utf8(h->r.raw))
			return 0;
		if (blocks) {
			cells += h->cells - 1;
			blocks = behind_blocks(w, i);
			continue;
		}
		if (torn == TORN_AT_BLOCKS)
			return 0;
		if (h->r.kind == K_ROW && can_be_torn(last_cell(win_at(w, i - 1)), at)) {
			if (torn != TORN_NUMBERED && win_at(w, i - 1)->r.kind == K_ROW && !breaks_off(last_cell(win_at(w, i - 1)), at))
				return 0;
			if (!can_be_torn(held_fields(h)->f[0], at))
				return 0;
			cells += h->cells - 1;
			blocks = behind_blocks(w, i);
		} else if (!is_prose(w, i) || stands_alone(h->r.rest, at))
			return 0;
	}
	return cells == cols && i > 1 ? i : 0;
}

static int
is_item(const struct rec *r, struct place at)
{
	const struct row *row = rec_row(r);

	return row->n && column_kind(row->cell[0], at) == COL_DATA;
}

/* A row that lost its first cells to merged cells above has too few as well: so the row must plainly be the first
 * part of one, because nothing stands above it, or because it begins with a number as the row above does. */
static int
may_be_torn(const struct rec *r, const struct joinview *v, struct place at)
{
	return v->fresh || (column_kind(above_first(v->row), at) == COL_DATA && is_item(r, at));
}

enum joins
join_alone(const struct rec *r, size_t cells, struct slice last, const struct joinview *v)
{
	struct place at = {v->file, r->line, 0};

	if (cells < 2 || cells > v->cols || r->raw.n > HOLD_BYTES)
		return JOINS_NOTHING;
	if (cells < v->cols)
		return JOINS_ROWS;
	if (blank_field(last))
		return JOINS_TEXT;
	if (*last.p == '"')
		return JOINS_NOTHING;
	if (is_bullet(last, at))
		return JOINS_TEXT;
	if (last.n < WRAPPED_BYTES && !(v->fresh || above_spans(v->row)))
		return JOINS_NOTHING;
	return ends_sentence(last, at) ? JOINS_NOTHING : JOINS_TEXT;
}

int
join_text_follows(const struct window *w)
{
	return w->n > 1 && is_prose(w, 1);
}

/* The row and the lines of its last cell, up to a remark below it: how many records. The row is in parts itself, or the row above,
 * or the one below, has such lines as well; 0 if not. */
static size_t
remarks_below(const struct window *w, const struct joinview *v, struct place at)
{
	size_t n = parts_below(w, 0, at), next;

	if (n == 0)
		return 0;
	next = n + 1;
	if (join_spans(&win_at(w, 0)->r) || above_spans(v->row) ||
	    (next < w->n && win_at(w, next)->r.kind == K_ROW && win_at(w, next)->cells == v->cols && parts_below(w, next, at)))
		return next;
	return 0;
}

int
join_behind(struct window *w, const struct joinview *v)
{
	struct held *h = win_at(w, 0);
	struct place at = {v->file, h->r.line, 0};
	size_t n = 0;

	if (w->n < 2 || h->cells < 2 || h->r.raw.n > HOLD_BYTES)
		return 0;
	if (h->cells == v->cols && join_text_follows(w))
		n = text_belongs(w, last_cell(h), at) ? 2 : (n = remarks_below(w, v, at)) ? n : blocks_end(w, v->cols);
	else if (h->cells < v->cols && (n = parts_of_row(w, v->cols, at)) == 0)
		n = fragments(w, v->cols, !may_be_torn(&h->r, v, at) ? TORN_AT_BLOCKS : is_item(&h->r, at) ? TORN_NUMBERED : TORN_FIRST, at);
	if (n < w->n && win_at(w, n)->r.kind == K_SOURCE)
		n = 0; /* the last of the lines is one of a drawn table */
	if (n)
		join_lines(w, n);
	return n != 0;
}

int
join_parts(struct window *w, const struct joinview *v)
{
	struct held *h = win_at(w, 0);
	struct place at = {v->file, h->r.line, 0};
	size_t n = h->cells < v->cols ? parts_of_row(w, v->cols, at) : h->cells == v->cols ? remarks_below(w, v, at) : 0;

	if (n)
		join_lines(w, n);
	return n != 0;
}
