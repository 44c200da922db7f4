/* drawn.c - tables drawn with characters; see drawn.h */
#include "split/drawn.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

enum { SURVEYED = 400 }; /* lines that are looked at to see how a table is ruled */

enum shape { NOTHING, CELLS, RULE };

/* What a character can be in a table. U+2500 to U+257F is the block Box Drawing. */
enum stroke { OTHER, BLANK, UPRIGHT, LEVEL, JOINT };

static enum stroke
box_stroke(uint32_t c)
{
	switch (c) {
	case 0x2502: case 0x2503: case 0x2506: case 0x2507: case 0x250a: case 0x250b: case 0x254e: case 0x254f:
	case 0x2551: case 0x257d: case 0x257f:
		return UPRIGHT;
	case 0x2500: case 0x2501: case 0x2504: case 0x2505: case 0x2508: case 0x2509: case 0x254c: case 0x254d:
	case 0x2550:
		return LEVEL;
	}
	return c >= 0x2500 && c <= 0x257f ? JOINT : OTHER;
}

/* The stroke at the start of S, which is not empty, and how many bytes it takes. */
static enum stroke
stroke_at(struct slice s, size_t *len)
{
	uint32_t c;

	if ((*len = blank_at(s)))
		return BLANK;
	c = utf8_next(s.p, s.n, len);
	switch (c) {
	case '|': case 0xff5c: /* ｜ */
		return UPRIGHT;
	case '-': case '=': case ':': case 0xff0d: case 0x2015: case 0x2212: /* － ― − */
		return LEVEL;
	case '+':
		return JOINT;
	}
	return box_stroke(c);
}

static struct slice
trimmed(struct slice s)
{
	size_t i, end = 0, len;

	while (s.n && (len = blank_at(s)))
		s = (struct slice){s.p + len, s.n - len};
	for (i = 0; i < s.n; i += len) {
		struct slice rest = {s.p + i, s.n - i};

		if (stroke_at(rest, &len) != BLANK)
			end = i + len;
	}
	return (struct slice){s.p, end};
}

/* A rule: strokes alone, three of them level, and one that is not. */
static int
is_rule(struct slice s)
{
	size_t i, len, level = 0, across = 0;

	for (i = 0; i < s.n; i += len) {
		enum stroke k = stroke_at((struct slice){s.p + i, s.n - i}, &len);

		if (k == OTHER)
			return 0;
		level += k == LEVEL;
		across += k == UPRIGHT || k == JOINT;
	}
	return level >= 3 && across;
}

/* Where the next upright is at or after FROM, and its length; s.n if there is none. Markdown writes \| for a
 * pipe that is none. */
static size_t
next_upright(struct slice s, size_t from, size_t *len)
{
	size_t i;

	for (i = from; i < s.n; i += *len) {
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '|')
			*len = 2;
		else if (stroke_at((struct slice){s.p + i, s.n - i}, len) == UPRIGHT)
			return i;
	}
	*len = 0;
	return s.n;
}

/* LOOSE: a table without outer uprights. There, one at the left or right end of a row stands behind or before an empty
 * cell, if the row needs one to be as wide as the table. */
enum { LOOSE = 1, EMPTY_LEFT = 2, EMPTY_RIGHT = 4 };

/* Counts the cells of S, which is trimmed; fewer than two are none. With D, adds each to D's. */
static size_t
read_cells(struct slice s, int loose, struct drawn *d, void (*add)(struct drawn *, size_t, struct slice))
{
	size_t from = 0, len, n = 0, at = next_upright(s, 0, &len);

	if (at == s.n || (!loose && at != 0))
		return 0;
	if (at == 0 && !(loose & EMPTY_LEFT))
		from = len;
	while (from < s.n) {
		at = next_upright(s, from, &len);
		if (at == s.n && !loose)
			return 0;
		if (add)
			add(d, n, trimmed((struct slice){s.p + from, at - from}));
		n++;
		from = at + len;
	}
	if (loose & EMPTY_RIGHT) {
		if (add)
			add(d, n, (struct slice){"", 0});
		n++;
	}
	return n < 2 ? 0 : n;
}

/* Which empty cells a row S of CELLS, trimmed, has at its ends: as many as it lacks, an upright at each, or none. */
static int
empty_ends(const struct drawn *d, struct slice s, size_t cells)
{
	size_t at, from, len, n = 0;
	int ends = d->loose ? LOOSE : 0;

	if (!d->loose || cells >= d->width)
		return ends;
	for (at = next_upright(s, 0, &len); at < s.n; at = next_upright(s, from, &len)) {
		from = at + len;
		n += (size_t)(at == 0) + (size_t)(from == s.n);
		ends |= (at == 0 ? EMPTY_LEFT : 0) | (from == s.n ? EMPTY_RIGHT : 0);
	}
	return n == d->width - cells ? ends : LOOSE;
}

/* The cells of LINE, of which CELLS are not empty ones at its ends. */
static size_t
all_cells(const struct drawn *d, struct slice line, size_t cells)
{
	struct slice s = trimmed(line);

	return cells ? read_cells(s, empty_ends(d, s, cells), NULL, NULL) : 0;
}

static enum shape
shape_of(struct slice line, int loose, size_t *cells)
{
	struct slice s = trimmed(line);

	*cells = 0;
	if (s.n == 0 || memchr(s.p, '\t', s.n))
		return NOTHING;
	if (is_rule(s))
		return RULE;
	*cells = read_cells(s, loose, NULL, NULL);
	return *cells ? CELLS : NOTHING;
}

/* The shape of the text line behind stream line *I ahead; *I is then behind it, notes being passed over. */
static enum shape
peek_shape(struct lines *in, size_t *i, int loose, struct line *l, size_t *cells)
{
	*cells = 0;
	do
		if (!lines_peek(in, (*i)++, l) || l->kind == LINE_HEADER)
			return NOTHING;
	while (l->kind == LINE_NOTE);
	if (l->cut || utf8_valid(l->text.p, l->text.n) != l->text.n)
		return NOTHING;
	return shape_of(l->text, loose, cells);
}

/* Another table begins below a rule where the number of cells changes; elsewhere a row is ragged. */
static int
is_another(const struct drawn *d, int below_rule, size_t cells)
{
	return below_rule && d->width && cells != d->width;
}

/* Looks over the table that begins with a line of shape FIRST: how wide is it, and is there a rule between every
 * two rows? Then a row may have several lines. */
static void
survey(struct drawn *d, struct lines *in, enum shape first, size_t width)
{
	size_t i = 0, cells, inner = 0, several = 0;
	enum shape before = first, shape;
	struct line l;

	d->width = width;
	while (i < SURVEYED && (shape = peek_shape(in, &i, d->loose, &l, &cells)) != NOTHING) {
		if (shape == CELLS) {
			if (is_another(d, before == RULE, all_cells(d, l.text, cells)))
				break;
			inner += before == RULE && d->width;
			several += before == CELLS;
			d->width = d->width ? d->width : cells;
		}
		before = shape;
	}
	d->ruled = several && inner >= 2;
}

/* Is a line of shape SHAPE, with CELLS, the first of a table? The next one tells; without outer uprights, and
 * without a rule, only the next two together. */
static int
is_first(struct drawn *d, struct lines *in, enum shape shape, size_t cells)
{
	size_t below, i = 0;
	struct line l;
	enum shape next = peek_shape(in, &i, d->loose, &l, &below);

	if (shape == RULE)
		return next == CELLS;
	if (next != CELLS || below != cells)
		return next == RULE;
	return !d->loose || (peek_shape(in, &i, 1, &l, &below) == CELLS && below == cells);
}

/* Does a table begin with LINE? */
static int
begins(struct drawn *d, struct lines *in, struct slice line)
{
	size_t cells;
	enum shape shape = shape_of(line, 0, &cells);

	d->loose = shape == NOTHING;
	if (d->loose)
		shape = shape_of(line, 1, &cells);
	if (shape == NOTHING || !is_first(d, in, shape, cells))
		return 0;
	survey(d, in, shape, cells);
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
	if (b->n && text.n && (unsigned char)b->p[b->n - 1] < 0x80 && (unsigned char)*text.p < 0x80)
		buf_addc(b, ' ');
	buf_adds(b, text);
}

static void
add_line(struct drawn *d, struct slice line)
{
	size_t cells;

	if (d->source.n)
		buf_addc(&d->source, '\n');
	buf_adds(&d->source, line);
	if (shape_of(line, d->loose, &cells) == CELLS)
		read_cells(trimmed(line), empty_ends(d, trimmed(line), cells), d, add_cell);
}

/* May be part of a table at all: cheap, for it is asked of every line of text. */
static int
has_stroke(struct slice s)
{
	size_t i;

	if (memchr(s.p, '|', s.n))
		return 1;
	for (i = 0; i < s.n && (s.p[i] == ' ' || s.p[i] == '+'); i++)
		if (s.p[i] == '+')
			return 1;
	while (s.n && (i = blank_at(s)))
		s = (struct slice){s.p + i, s.n - i};
	return s.n > 2 && (memcmp(s.p, "\xef\xbd\x9c", 3) == 0 || memcmp(s.p, "\xe2\x94", 2) == 0 ||
	                   memcmp(s.p, "\xe2\x95", 2) == 0);
}

int
drawn_row(struct drawn *d, struct lines *in, struct slice *line, size_t *more)
{
	enum shape shape, next;
	size_t cells, i = 0;
	struct line l;

	*more = 0;
	if (line->n == 0 || !has_stroke(*line))
		return d->on = d->closed = 0;
	buf_clear(&d->copy);
	buf_adds(&d->copy, *line);
	*line = slice_of(&d->copy);
	if (d->on)
		d->on = shape_of(*line, d->loose, &cells) != NOTHING;
	if (!d->on && !(d->on = begins(d, in, *line)))
		return 0;
	d->n = 0;
	buf_clear(&d->source);
	add_line(d, *line);
	shape = shape_of(*line, d->loose, &cells);
	if (is_another(d, d->closed, all_cells(d, *line, cells)))
		survey(d, in, shape, cells);
	while ((next = peek_shape(in, &i, d->loose, &l, &cells)) != NOTHING) {
		if (next == CELLS && d->n && (shape == RULE || !d->ruled))
			break;
		add_line(d, l.text);
		shape = next;
		*more = i;
	}
	d->closed = shape == RULE;
	return 1;
}
