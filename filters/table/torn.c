/* torn.c - headers torn into lines; see table/torn.h */
#include "table/torn.h"

#include <string.h>

#include "base/blank.h"
#include "stream/row.h"
#include "words/columns.h"

/* A line of more than three characters above a word that heads a column is a title. */
enum { TITLE_BYTES = 9 };

/* What the lines before record N add up to, cell by cell. */
struct torn {
	struct buf label; /* the cell at hand, its lines joined */
	size_t from[TORN_LINES + 1], lines; /* where in it they begin, and their number */
	int words_alone;  /* some of them is a word that heads a column by itself */
	int from_text;    /* the first one is a line of text */
	int shaped;       /* what they are is told by where they stand */
	size_t cells, words;
};

int
torn_may_begin(const struct rec *r)
{
	return r->kind == K_TEXT && r->rest.n && r->rest.n <= TORN_BYTES && !blank_field(r->rest) &&
	       is_utf8(r->rest);
}

static int
is_word(struct slice field, struct place at)
{
	return column_kind(field, at) > COL_DATA;
}

/* (B), （内数）: what a name ends with, and no item's number. */
static int
is_bracketed(struct slice field)
{
	static const char open[] = "\xef\xbc\x88", close[] = "\xef\xbc\x89"; /* （） */
	size_t i;

	if (!(*field.p == '(' || (field.n > 3 && memcmp(field.p, open, 3) == 0)))
		return 0;
	for (i = 0; i < field.n; i++)
		if ((field.p[i] >= '0' && field.p[i] <= '9') || (i + 2 < field.n && field.p[i] == '\xef' && field.p[i + 1] == '\xbc' && field.p[i + 2] >= '\x90' && field.p[i + 2] <= '\x99'))
			return 0;
	return field.p[field.n - 1] == ')' || memcmp(field.p + field.n - 3, close, 3) == 0;
}

/* A header's cell, or a piece of one. */
static int
is_label(struct slice field, struct place at)
{
	return field.n && field.n <= TORN_BYTES && !blank_field(field) && *field.p != '"' &&
	       (column_kind(field, at) != COL_DATA || is_bracketed(field));
}

/* Record I, a row, and the one behind it are the body of a table with CELLS columns. */
static int
is_body(const struct window *w, size_t i, size_t cells)
{
	size_t next = win_next(w, i);

	return win_at(w, i)->cells == cells && next < w->n && win_at(w, next)->cells == cells;
}

/* No label is empty or so long as a cell of most rows is: they are told by this. */
static int
is_too_long(const struct row *row)
{
	size_t i;

	for (i = 0; i < row->n; i++)
		if (row->cell[i].n == 0 || row->cell[i].n > TORN_BYTES)
			return 1;
	return 0;
}

/* R can be a line of a header. */
static int
is_line(const struct rec *r, struct place at)
{
	const struct row *row;
	size_t i;

	if ((r->kind != K_ROW && !torn_may_begin(r)) || !is_utf8(r->raw))
		return 0;
	row = rec_row(r);
	if (is_too_long(row))
		return 0;
	for (i = 0; i < row->n; i++)
		if (!is_label(row->cell[i], at))
			return 0;
	return 1;
}

/* Finds the first record of the body; all before it must look like lines of a header. */
static size_t
find_body(const struct window *w, size_t *cells, struct place at)
{
	size_t i, rows = 0;

	*cells = 1;
	for (i = 0; i < w->n && i <= TORN_LINES; i++) {
		const struct rec *r = &win_at(w, i)->r;
		int row = r->kind == K_ROW;

		if (row && rows && is_utf8(r->raw) && is_body(w, i, *cells))
			return i;
		if (!is_line(r, at))
			return 0;
		*cells += count_cells(r) - 1;
		rows += (size_t)row;
	}
	return 0;
}

static struct slice
label_from(const struct torn *t, size_t i)
{
	return (struct slice){t->label.p + t->from[i], t->label.n - t->from[i]};
}

/* The cell begins with a line of text that is a title: a word that heads a column is the last line alone, or all
 * from one of the lines on, but not from the first on. */
static int
has_title(const struct torn *t, struct place at)
{
	size_t i = t->lines - 1;

	if (i == 0 || !t->from_text)
		return 0;
	if (is_word(label_from(t, i), at)) /* 該当 and 項目 are one word all the same */
		return t->from[1] > TITLE_BYTES || !is_word(slice_of(&t->label), at);
	for (i = 0; i + 1 < t->lines && !is_word(label_from(t, i), at); i++)
		;
	return i > 0 && i + 1 < t->lines;
}

/* The cell at hand is whole. Where a line of it is a word by itself they must make up another: 担当 and 府省 do,
 * 備考 and 前期 do not. */
static int
end_cell(struct torn *t, struct place at)
{
	int word = is_word(slice_of(&t->label), at);

	if (!t->shaped && ((t->lines > 1 && t->words_alone && !word) || has_title(t, at)))
		return 0;
	t->words += (size_t)word;
	t->lines = 0;
	t->from_text = 0;
	buf_clear(&t->label);
	return 1;
}

static void
add_piece(struct torn *t, struct slice piece, int text, struct place at)
{
	int word = is_word(piece, at);

	if (t->lines == 0)
		t->from_text = text && t->cells == 0;
	t->words_alone = word || (t->lines && t->words_alone);
	t->from[t->lines++] = t->label.n;
	buf_adds(&t->label, piece);
}

/* Figures, or other data, stand in one column of two rows, of the first few of CELLS cells from record N on. */
static int
has_data(const struct window *w, size_t n, size_t cells, struct place at)
{
	enum { ROWS = 6, COLUMNS = 64 };
	char seen[COLUMNS] = {0};
	size_t rows, i;

	for (rows = 0; n < w->n && rows < ROWS && win_at(w, n)->r.kind == K_ROW && is_utf8(win_at(w, n)->r.raw); n = win_next(w, n), rows++) {
		const struct fields *f = held_fields(win_at(w, n));

		for (i = 0; i < f->n && i < cells && i < COLUMNS; i++)
			if (column_kind(f->f[i], at) == COL_DATA && seen[i]++)
				return 1;
	}
	return 0;
}

/* The lines before record N, the first and the last of which are rows, have lines of text among them, as rows of names have not,
 * and stand above columns of data: whatever their words are, they are names. */
static int
is_shaped(const struct window *w, size_t n, size_t cells, struct place at)
{
	size_t i, texts = 0;

	for (i = 1; i + 1 < n; i++)
		texts += win_at(w, i)->r.kind == K_TEXT;
	return texts && win_at(w, 0)->r.kind == K_ROW && win_at(w, n - 1)->r.kind == K_ROW && has_data(w, n, cells, at);
}

/* Do the pieces of the first N records make up a header? */
static int
make_header(struct torn *t, const struct window *w, size_t n, size_t cells, struct place at)
{
	size_t i, f;

	t->shaped = is_shaped(w, n, cells, at);
	for (i = 0; i < n; i++) {
		struct held *h = win_at(w, i);
		const struct fields *line;

		if (h->cells == cells)
			return 0; /* it is all there */
		line = held_fields(h);
		for (f = 0; f < line->n; f++) {
			if (f && !end_cell(t, at))
				return 0;
			t->cells += f > 0;
			add_piece(t, line->f[f], h->r.kind == K_TEXT, at);
		}
	}
	return end_cell(t, at) && (t->shaped || (t->words >= 2 && 2 * t->words >= cells));
}

size_t
torn_header(const struct window *w, const char *file)
{
	struct place at = {file, win_at(w, 0)->r.line, 0};
	size_t cells, n = find_body(w, &cells, at);
	struct torn t = {0};
	int is = n >= 2 && make_header(&t, w, n, cells, at);

	buf_free(&t.label);
	return is ? n : 0;
}
