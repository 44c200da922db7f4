/* head.c - recognising header rows; see table/head.h */
#include "table/head.h"

#include <string.h>

#include "base/blank.h"
#include "stream/row.h"
#include "base/utf8.h"
#include "words/columns.h"
#include "words/phrases.h"

enum {
	HEADER_BYTES = 150, /* the longest label: fifty kanji */
	LONG_BYTES = 60     /* a cell of prose */
};

struct facts {
	size_t filled; /* cells that are not empty */
	size_t words;  /* of them, words that head columns */
	size_t years;  /* of them, years and stages: they head columns, and stand in them */
	size_t signs;  /* of them, signs: ★ heads the column of those that have it */
	size_t states; /* of them, words for a state: 検討中 heads the column of signs for those that are */
	int data;      /* some cell is no label */
	int graded;    /* below a word for a status there are plainly values, grades for the most part */
};

static void
count_label(struct facts *f, struct slice field, struct place at)
{
	enum column kind;

	if (blank_field(field))
		return;
	f->filled++;
	kind = column_or_state(field, at);
	if (kind == COL_DATA && cell_is_sign(field))
		f->signs++;
	else if (kind == COL_STATE)
		f->states++;
	else if (kind == COL_DATA)
		f->data = 1;
	else if (kind == COL_PERIOD)
		f->years++;
	else if (kind != COL_NONE)
		f->words++;
}

/* A cell too long for a label: what most rows of data have, and no pattern need be asked. */
static int
has_long_cell(const struct row *row)
{
	size_t i;

	for (i = 0; i < row->n; i++)
		if (row->cell[i].n > HEADER_BYTES)
			return 1;
	return 0;
}

static struct facts
facts_of(const struct rec *r, struct place at)
{
	const struct row *row = rec_row(r);
	struct facts f = {.data = has_long_cell(row)};
	size_t i;

	for (i = 0; i < row->n && !f.data; i++) /* the first cell of most rows is enough */
		count_label(&f, row->cell[i], at);
	return f;
}

size_t
rows_ahead(const struct window *w, size_t i, size_t at[ROWS_AHEAD])
{
	size_t n = 0;

	for (i = win_next(w, i); i < w->n && n < ROWS_AHEAD; i = win_next(w, i)) {
		const struct rec *r = &win_at(w, i)->r;

		if (r->kind == K_ROW && !is_utf8(r->raw))
			break; /* no pattern may see it */
		if (r->kind == K_ROW)
			at[n++] = i;
		else if (r->kind != K_TEXT || !blank_field(r->rest))
			break;
	}
	return n;
}

static int
begins_with_digit(struct slice s)
{
	return s.n && *s.p >= '0' && *s.p <= '9';
}

static int
has_digit(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return 1;
	return 0;
}

/* 3年 is a year that heads a column, but not below 工期. */
static int
is_value(struct slice label, struct slice cell, struct place at)
{
	if (cell.n > LONG_BYTES && cell.n > 2 * label.n)
		return 1;
	if (begins_with_digit(cell) && !has_digit(label))
		return 1;
	return column_kind(cell, at) == COL_DATA;
}

/* Adds to DIFFERS[c] 1 for a cell that is plainly a value, and sets SAME[c] for one that could be a label too. */
static void
compare_row(const struct fields *cand, struct held *h, unsigned char *differs, unsigned char *same, size_t n, struct place at)
{
	const struct fields *body = held_fields(h);
	size_t c;

	at.line = h->r.line;
	for (c = 0; c < n && c < body->n; c++) {
		if (blank_field(body->f[c]))
			continue;
		if (is_value(cand->f[c], body->f[c], at))
			differs[c] = 1;
		else
			same[c] = 1;
	}
}

enum { COMPARED = 64 }; /* columns; wider tables are judged by their first ones */

/* 評価, 進捗状況; and 区分, which names things as well. */
static int
heads_status(struct slice label, struct place at)
{
	enum column kind = column_kind(label, at);

	return kind == COL_STATUS || kind == COL_PROGRESS ||
	       (kind == COL_NAME && phrase_in(PHRASE_CLASS, label, at));
}

/* In how many columns all rows below differ from the candidate CAND. */
static size_t
contrast(struct facts *f, const struct fields *cand, const struct window *w, const size_t *at, size_t rows, size_t cells, struct place where)
{
	unsigned char differs[COMPARED] = {0}, same[COMPARED] = {0};
	size_t n = cells < COMPARED ? cells : COMPARED, i, sum = 0;

	for (i = 0; i < rows; i++)
		if (win_at(w, at[i])->cells == cells)
			compare_row(cand, win_at(w, at[i]), differs, same, n, where);
	for (i = 0; i < n; i++) {
		int unlike = differs[i] && !same[i] && !blank_field(cand->f[i]);

		sum += (size_t)unlike;
		f->graded |= unlike && heads_status(cand->f[i], where);
	}
	return sum;
}

/* Directly below each sign of the candidate, record TOP with the fields CAND, stands that sign or nothing; in some
 * row it does. */
static int
signs_recur(const struct fields *cand, const struct window *w, size_t top, const size_t *at, size_t rows)
{
	size_t i, c, recur = 0;

	for (i = 0; i < rows && win_next(w, i ? at[i - 1] : top) == at[i]; i++) {
		const struct fields *body = held_fields(win_at(w, at[i]));

		for (c = 0; c < cand->n && c < body->n; c++) {
			if (blank_field(cand->f[c]) || !cell_is_sign(cand->f[c]) || blank_field(body->f[c]))
				continue;
			if (!slice_eq(cand->f[c], body->f[c]))
				return 0;
			recur++;
		}
	}
	return recur > 0;
}

/* Directly below each word for a state of the candidate, record TOP with the fields CAND, stand signs, figures or
 * nothing; some row has one. */
static int
states_head_values(const struct fields *cand, const struct window *w, size_t top, const size_t *at, size_t rows, struct place where)
{
	size_t i, c, below = 0;

	for (i = 0; i < rows && win_next(w, i ? at[i - 1] : top) == at[i]; i++) {
		const struct fields *body = held_fields(win_at(w, at[i]));

		for (c = 0; c < cand->n && c < body->n; c++) {
			if (blank_field(body->f[c]) || column_or_state(cand->f[c], where) != COL_STATE)
				continue;
			if (!cell_is_sign(body->f[c]) && !begins_with_digit(body->f[c]))
				return 0;
			below++;
		}
	}
	return below > 0;
}

/* Label and value side by side, one pair below the other: the rows below begin with labels, too. Years do not
 * count, for they head rows as well. */
static int
labels_go_down(const struct window *w, const size_t *at, size_t rows, struct place where)
{
	size_t i, labels = 0;

	for (i = 0; i < rows; i++) {
		const struct fields *body = held_fields(win_at(w, at[i]));
		enum column kind;

		where.line = win_at(w, at[i])->r.line;
		kind = body->n ? column_kind(body->f[0], where) : COL_NONE;
		labels += kind > COL_DATA && kind != COL_PERIOD;
	}
	return rows && 2 * labels > rows;
}

static int
starts_table(const struct facts *f, size_t cells, size_t rows, size_t differ)
{
	if (f->words >= 2 && (2 * f->words > f->filled || f->words + f->years == f->filled))
		return 1;
	if (f->words >= 1 && f->words + f->years == f->filled && f->filled == cells && cells >= 3)
		return 1;
	if (f->words >= 1 && 2 * (f->words + f->years) >= f->filled && differ)
		return 1;
	if (f->words >= 1 && f->filled >= 2 && 2 * differ > f->filled)
		return 1;
	if (f->years >= 2 && f->years + 1 >= f->filled && differ)
		return 1;
	/* Words nobody has listed: the rows below must speak for them. */
	if (f->graded && f->filled == cells)
		return 1;
	return f->filled == cells && cells >= 3 && rows >= 2 && differ + 1 >= cells;
}

/* A row below the first: all labels, or unlike what follows, or the first row as wide as what follows. */
static int
interrupts_table(const struct facts *f, size_t rows, size_t differ, int new_width)
{
	if (f->words < 2 || 2 * f->words <= f->filled)
		return 0;
	return differ || rows == 0 || new_width || (f->words == f->filled && f->words >= 3);
}

enum head_alone
head_alone(const struct rec *r, size_t cells, size_t above, const char *file)
{
	struct facts f;

	if (cells < 2 || r->rest.n > cells * HEADER_BYTES)
		return HEAD_IS_NONE;
	f = facts_of(r, (struct place){file, r->line, 0});
	if (f.data || f.filled < 2 || (f.states && f.words < 2) || (above && (f.words < 2 || 2 * f.words <= f.filled)))
		return HEAD_IS_NONE;
	return f.words == f.filled && f.words >= (above ? 3 : 2) ? HEAD_IS_SURE : HEAD_MAY_BE;
}

int
head_is(const struct window *w, size_t i, size_t above, const char *file)
{
	struct held *h = win_at(w, i);
	const struct fields *cand = held_fields(h);
	struct place where = {file, h->r.line, 0};
	size_t at[ROWS_AHEAD], rows, differ;
	struct facts f;

	if (h->cells < 2 || h->r.rest.n > h->cells * HEADER_BYTES)
		return 0;
	f = facts_of(&h->r, where);
	if (f.data || f.filled < 2)
		return 0;
	rows = rows_ahead(w, i, at);
	if (f.signs && (f.signs > 1 || f.words + f.signs < f.filled || f.words < 2 || !signs_recur(cand, w, i, at, rows)))
		return 0;
	if (f.states && (f.words < 2 || !states_head_values(cand, w, i, at, rows, where)))
		return 0;
	f.words += f.states;
	if (f.words < f.filled && labels_go_down(w, at, rows, where))
		return 0;
	differ = contrast(&f, cand, w, at, rows, h->cells, where);
	if (above)
		return interrupts_table(&f, rows, differ,
		                        rows && h->cells != above && win_at(w, at[0])->cells == h->cells);
	return starts_table(&f, h->cells, rows, differ);
}

void
head_labels(struct buf *to, struct held *h)
{
	const struct fields *cand = held_fields(h);
	size_t i;

	for (i = 0; i < cand->n; i++) {
		label_fold(to, cand->f[i]);
		buf_addc(to, '\t');
	}
}

int
head_has_labels(const struct rec *r, struct slice labels, struct buf *room)
{
	const struct row *row = rec_row(r);
	size_t i;

	for (i = 0; i < row->n; i++) {
		buf_clear(room);
		label_fold(room, row->cell[i]);
		buf_addc(room, '\t');
		if (room->n > labels.n || memcmp(room->p, labels.p, room->n) != 0)
			return 0;
		labels = (struct slice){labels.p + room->n, labels.n - room->n};
	}
	return labels.n == 0;
}
