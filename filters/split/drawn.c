/* drawn.c - tables drawn with characters; see drawn.h */
#include "split/drawn.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "split/drawnprose.h"
#include "split/drawnrow.h"
#include "split/markdown.h"
#include "split/pair.h"
#include "split/peek.h"

/* To see how a table is ruled, so many lines and bytes are looked at; so many lines and bytes are one row. */
enum { SURVEYED = 400, SURVEYED_BYTES = 256 * 1024, ROW_LINES = 64, ROW_BYTES = 64 * 1024 };

/* LINE without the > before it, if there are as many as before each line of the table. */
static int
unquoted(const struct drawn *d, struct slice line, struct slice *body)
{
	return markdown_unquote(line, body) == d->quoted;
}

static enum shape
shape_of(const struct drawn *d, struct slice line, size_t *cells)
{
	struct slice body;

	*cells = 0;
	if (!unquoted(d, line, &body))
		return SHAPE_NONE;
	if (d->sure && markdown_ends_table(body) && !strokes_delimiters(body)) /* - | - is a rule here, and no item of a list */
		return SHAPE_NONE;
	return strokes_shape(body, d->how, cells);
}

/* LINE, right below a row, is a cell between two pipes: one that reaches over all columns, or a row that was cut short. */
static int
is_lone_cell(const struct drawn *d, struct slice line)
{
	struct slice body;
	size_t cells;

	if (d->below_rule || d->ruled || (d->how & (DRAWN_LOOSE | DRAWN_PIPES)) || !unquoted(d, line, &body))
		return 0;
	return body.n > 2 && body.p[0] == '|' && strokes_shape(body, DRAWN_PIPES, &cells) == SHAPE_CELLS;
}

static enum shape
peek_shape(const struct drawn *d, struct lines *in, size_t *i, struct line *l, size_t *cells)
{
	*cells = 0;
	return peek_line(in, i, l) ? shape_of(d, l->text, cells) : SHAPE_NONE;
}

/* Another table begins below a rule where the number of cells changes; elsewhere a row is ragged. */
static int
is_another(const struct drawn *d, int below_rule, size_t cells)
{
	return below_rule && d->width && cells != d->width;
}

static size_t
cells_of(const struct drawn *d, struct slice line, struct stroke_cell *c, size_t most)
{
	struct slice body;

	markdown_unquote(line, &body);
	return strokes_cells(body, d->how, d->width, c, most);
}

static int
ends_in_comma(struct slice s)
{
	return s.n && (s.p[s.n - 1] == ',' || (s.n > 2 && memcmp(s.p + s.n - 3, "\xe3\x80\x81", 3) == 0));
}

/* What the lines of a table show of how its rows are ruled. */
struct ruling {
	size_t inner;             /* rules between two rows */
	size_t wraps, own, lists; /* lines without a rule above that go on with the one above; that do not; that do behind a comma */
	size_t surely, refuted;   /* the same where no rules stand between rows */
	int box, grid;
};

static void
see_pair(const struct drawn *d, struct ruling *r, struct slice above, struct slice line)
{
	struct stroke_cell a[PAIR_CELLS], b[PAIR_CELLS];
	size_t na = cells_of(d, above, a, PAIR_CELLS), nb = cells_of(d, line, b, PAIR_CELLS);
	enum pair p = pair_of(a, na, b, nb);
	enum wrap w = na == nb && na <= PAIR_CELLS ? pair_wraps(a, b, na) : WRAP_NOT;

	r->wraps += p == PAIR_WRAPS;
	r->own += p == PAIR_OWN;
	r->lists += p == PAIR_WRAPS && na && ends_in_comma(a[0].text);
	r->surely += w == WRAP_SURELY;
	r->refuted += w == WRAP_REFUTED;
}

/* Looks over the table that begins with LINE, of shape FIRST: how wide is it, and is there a rule between every
 * two rows, and between them lines that go on with each other? Then a row may have several lines; so it may where there is none,
 * if all lines without a first cell go on with the one above. */
static void
survey(struct drawn *d, struct lines *in, struct slice line, enum shape first, size_t width)
{
	size_t i = 0, cells, bytes = 0;
	enum shape before = first, shape;
	struct line l;
	struct ruling r = {.box = first == SHAPE_RULE && strokes_is_box(line)};
	struct buf above = {0}; /* looking ahead moves lines */

	d->width = width;
	d->ruled = d->grid = d->wrapped = 0;
	if (d->how & DRAWN_PIPES)
		return;
	buf_adds(&above, line);
	while (i < SURVEYED && bytes < SURVEYED_BYTES && (shape = peek_shape(d, in, &i, &l, &cells)) != SHAPE_NONE) {
		bytes += l.text.n;
		if (shape == SHAPE_RULE) {
			r.box |= strokes_is_box(l.text);
			r.grid |= memchr(l.text.p, '+', l.text.n) && memchr(l.text.p, '=', l.text.n);
		} else {
			if (is_another(d, before == SHAPE_RULE, cells_of(d, l.text, NULL, 0)))
				break;
			r.inner += before == SHAPE_RULE && d->width;
			if (before == SHAPE_CELLS)
				see_pair(d, &r, slice_of(&above), l.text);
			d->width = d->width ? d->width : cells;
		}
		buf_clear(&above);
		buf_adds(&above, l.text);
		before = shape;
	}
	buf_free(&above);
	/* the rule of = below the names of a grid says that each rule ends a row */
	d->grid = r.grid && r.inner >= 2 && r.wraps;
	d->ruled = d->grid || (r.box && (r.inner >= 2 || (r.inner && r.lists == r.wraps)) && r.wraps && !r.own);
	d->wrapped = r.box && r.inner <= 1 && r.surely && !r.refuted && !d->ruled;
}

/* A delimiter row below LINE with as many columns: a table of GFM. */
static int
begins_sure(struct drawn *d, struct lines *in, struct slice line, size_t *cells)
{
	struct slice body, below;
	struct line l;
	size_t i = 0;

	if (!unquoted(d, line, &body) || markdown_ends_table(body))
		return 0;
	if (strokes_shape(body, DRAWN_LOOSE | DRAWN_PIPES, cells) != SHAPE_CELLS)
		return 0;
	return peek_line(in, &i, &l) && unquoted(d, l.text, &below) && strokes_delimiters(below) == *cells;
}

/* Is LINE, of shape SHAPE, with CELLS, the first of a table? The next one tells; without outer uprights, and
 * without a rule, only the next two together, and only if none of the three is prose. */
static int
is_first(struct drawn *d, struct lines *in, struct slice line, enum shape shape, size_t cells)
{
	struct drawnprose prose = {0};
	size_t below, i = 0;
	struct line l;
	enum shape next;

	if (d->how & DRAWN_LOOSE)
		drawnprose_add(&prose, line); /* before the others move it */
	next = peek_shape(d, in, &i, &l, &below);
	if (shape == SHAPE_RULE)
		return next == SHAPE_CELLS;
	if (next != SHAPE_CELLS || below != cells)
		return next == SHAPE_RULE;
	if (!(d->how & DRAWN_LOOSE))
		return 1;
	drawnprose_add(&prose, l.text);
	if (peek_shape(d, in, &i, &l, &below) != SHAPE_CELLS || below != cells)
		return 0;
	drawnprose_add(&prose, l.text);
	return !drawnprose_holds(&prose);
}

/* Does a table begin with LINE? */
static int
begins(struct drawn *d, struct lines *in, struct slice line)
{
	struct slice body;
	size_t cells;
	enum shape shape = SHAPE_CELLS;

	d->quoted = markdown_unquote(line, &body);
	d->how = d->sure = 0;
	d->crossed = 0;
	d->rows = 0;
	if (begins_sure(d, in, line, &cells)) {
		d->sure = 1;
		d->how = DRAWN_LOOSE | DRAWN_PIPES | strokes_open_ends(body, DRAWN_PIPES);
	} else {
		shape = strokes_shape(body, 0, &cells);
		if (shape == SHAPE_NONE) {
			d->how = DRAWN_LOOSE | strokes_open_ends(body, 0);
			shape = strokes_shape(body, d->how, &cells);
		}
		if (shape == SHAPE_NONE || !is_first(d, in, line, shape, cells))
			return 0;
	}
	survey(d, in, line, shape, cells);
	d->proven |= d->sure;
	return 1;
}

/* Cell I of the row goes on: a word of ASCII that the column's width has cut needs its blank back. */
static void
add_cell(struct drawn *d, size_t i, struct slice text)
{
	struct buf *b;

	while (i >= d->n) {
		if (d->n == d->cap) {
			d->cap = d->cap ? 2 * d->cap : 8;
			d->cell = erealloc(d->cell, d->cap * sizeof(*d->cell));
			memset(d->cell + d->n, 0, (d->cap - d->n) * sizeof(*d->cell));
		}
		buf_clear(&d->cell[d->n++]);
	}
	b = &d->cell[i];
	if (d->crossed && b->n && b->p[b->n - 1] == '+') /* its newline, behind padding */
		drawnrow_break(b);
	else if (b->n && text.n && (unsigned char)b->p[b->n - 1] < 0x80 && b->p[b->n - 1] != '\n' && (unsigned char)*text.p < 0x80)
		buf_addc(b, ' ');
	buf_adds(b, text);
}

/* LAST is the line of the row before LINE, or empty. */
static void
add_line(struct drawn *d, struct slice last, struct slice line)
{
	struct stroke_cell above[PAIR_CELLS];
	size_t i, n = cells_of(d, line, d->part, d->parts), na = last.n ? cells_of(d, last, above, PAIR_CELLS) : 0;

	if (d->source.n)
		buf_addc(&d->source, '\n');
	buf_adds(&d->source, line);
	if (n > d->parts) {
		d->parts = 2 * n;
		d->part = erealloc(d->part, d->parts * sizeof(*d->part));
		cells_of(d, line, d->part, d->parts);
	}
	for (i = 0; i < n; i++) {
		if (i < na && i < PAIR_CELLS && i < d->n && pair_are_items(&above[i], d->part[i].text))
			buf_addc(&d->cell[i], '\n');
		add_cell(d, i, d->part[i].text);
	}
}

/* The next line goes on with the row, whose last line is at hand in LAST. */
static int
goes_on(struct drawn *d, struct slice last, struct slice line)
{
	struct stroke_cell a[PAIR_CELLS], b[PAIR_CELLS];
	size_t na = cells_of(d, last, a, PAIR_CELLS), nb = cells_of(d, line, b, PAIR_CELLS);

	if (d->crossed)
		return na == nb && na <= PAIR_CELLS && drawnrow_goes_on(a, b, na, last, d->crossed);
	if (d->wrapped)
		return na == nb && na <= PAIR_CELLS && pair_wraps(a, b, na) > WRAP_REFUTED;
	return pair_of(a, na, b, nb) != PAIR_OWN;
}

/* The lines of a ruled row behind the first. */
static size_t
add_lines(struct drawn *d, struct lines *in)
{
	size_t i = 0, cells, more = 0, lines = 1;
	struct buf last = {0};
	struct line l;

	buf_adds(&last, slice_of(&d->copy));
	while ((d->ruled || d->crossed || d->wrapped) && lines++ < ROW_LINES && d->source.n < ROW_BYTES) {
		if (peek_shape(d, in, &i, &l, &cells) != SHAPE_CELLS || !(d->grid || goes_on(d, slice_of(&last), l.text)))
			break;
		add_line(d, slice_of(&last), l.text);
		more = i;
		buf_clear(&last);
		buf_adds(&last, l.text);
	}
	buf_free(&last);
	return more;
}

/* The second line of a table, with a rule below it, says of what type the columns are: it is no row. */
static int
is_types(const struct drawn *d, struct lines *in, struct slice line)
{
	struct stroke_cell c[PAIR_CELLS];
	struct line l;
	size_t i = 0, cells, n;

	if (d->rows != 1 || d->below_rule)
		return 0;
	n = cells_of(d, line, c, PAIR_CELLS);
	if (n > PAIR_CELLS || !drawnrow_is_types(c, n))
		return 0;
	return peek_shape(d, in, &i, &l, &cells) == SHAPE_RULE;
}

void
drawn_forget(struct drawn *d)
{
	d->on = d->below_rule = d->lone = 0;
}

/* The row of one cell that LINE is. */
static void
take_lone_cell(struct drawn *d, struct slice line)
{
	int how = d->how;

	d->how |= DRAWN_PIPES;
	d->n = 0;
	buf_clear(&d->source);
	add_line(d, (struct slice){"", 0}, line);
	d->how = how;
	d->lone = 1;
}

static void
see_rule(struct drawn *d, struct slice line)
{
	d->below_rule = 1;
	if ((d->how & DRAWN_NO_LEFT) && (d->how & DRAWN_NO_RIGHT))
		d->crossed = drawnrow_crossed(line);
}

static void
begin_row(struct drawn *d, struct slice line)
{
	d->rows++;
	d->n = 0;
	buf_clear(&d->source);
	add_line(d, (struct slice){"", 0}, line);
}

enum shape
drawn_line(struct drawn *d, struct lines *in, struct slice *line, size_t *more)
{
	enum shape shape = SHAPE_NONE;
	size_t cells;

	*more = 0;
	d->unread = 0;
	if (line->n == 0 || (!strokes_may_be(*line) && !drawnrow_may_be(*line, d->on, lines_next_byte(in)))) {
		drawn_forget(d);
		return SHAPE_NONE;
	}
	buf_clear(&d->copy);
	buf_adds(&d->copy, *line);
	*line = slice_of(&d->copy);
	if (d->on)
		shape = shape_of(d, *line, &cells);
	if (shape == SHAPE_NONE && d->on && is_lone_cell(d, *line)) {
		take_lone_cell(d, *line);
		return SHAPE_CELLS;
	}
	if (shape == SHAPE_NONE || (d->lone && shape == SHAPE_CELLS && cells != d->width)) {
		int framed = (d->on || d->proven) && drawnrow_is_framed(*line);

		d->below_rule = d->lone = 0;
		if (!(d->on = begins(d, in, *line))) {
			d->unread = framed;
			return SHAPE_NONE;
		}
		shape = shape_of(d, *line, &cells);
	}
	d->lone = 0;
	if (shape == SHAPE_RULE) {
		see_rule(d, *line);
		return shape;
	}
	if (is_types(d, in, *line))
		return SHAPE_RULE;
	if (d->below_rule && is_another(d, 1, cells_of(d, *line, NULL, 0)))
		survey(d, in, *line, shape, cells);
	d->below_rule = 0;
	begin_row(d, *line);
	*more = add_lines(d, in);
	return shape;
}
