/* strokes.c - lines of a drawn table; see strokes.h */
#include "split/strokes.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

/* What a character can be in a table. */
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

/* The end of an upright, ╷ ╵ and the heavy ones: above the first row of a table without an upper edge, and below the last. */
static int
is_upright_end(struct slice s)
{
	size_t len;
	uint32_t c = utf8_next(s.p, s.n, &len);

	return c == 0x2575 || c == 0x2577 || c == 0x2579 || c == 0x257b;
}

/* Strokes alone, three of them level, and one that is not; or nothing but the ends of uprights. */
static int
is_rule(struct slice s)
{
	size_t i, len, level = 0, across = 0, ends = 0;

	for (i = 0; i < s.n; i += len) {
		struct slice rest = {s.p + i, s.n - i};
		enum stroke k = stroke_at(rest, &len);

		if (k == OTHER)
			return 0;
		level += k == LEVEL;
		across += k == UPRIGHT || k == JOINT;
		ends += k == JOINT && is_upright_end(rest);
	}
	return level ? level >= 3 && across : ends && ends == across;
}

int
strokes_is_box(struct slice s)
{
	size_t i, len;

	for (i = 0; i < s.n; i += len) {
		struct slice rest = {s.p + i, s.n - i};
		enum stroke k = stroke_at(rest, &len);

		if (k == JOINT || (k == UPRIGHT && len > 1))
			return 1;
	}
	return 0;
}

/* :---: and blanks around it. */
static int
is_delimiter(struct slice s)
{
	size_t i = 0, dashes = 0;

	s = blank_trim(s);
	i += i < s.n && s.p[i] == ':';
	for (; i < s.n && s.p[i] == '-'; i++)
		dashes++;
	i += i < s.n && s.p[i] == ':';
	return dashes && i == s.n;
}

size_t
strokes_delimiters(struct slice line)
{
	struct slice s = blank_trim(line);
	const char *pipe;
	size_t n = 0;

	if (!memchr(s.p, '|', s.n))
		return 0;
	if (*s.p == '|')
		s = (struct slice){s.p + 1, s.n - 1};
	while (s.n) {
		pipe = memchr(s.p, '|', s.n);
		if (!is_delimiter((struct slice){s.p, pipe ? (size_t)(pipe - s.p) : s.n}))
			return 0;
		n++;
		s.n -= pipe ? (size_t)(pipe + 1 - s.p) : s.n;
		s.p = pipe ? pipe + 1 : s.p;
	}
	return n;
}

/* An upright that is no pipe begins with C: of the block Box Drawing, or full-width. */
static int
may_be_upright(char c)
{
	return c == '\xe2' || c == '\xef';
}

/* Where the next upright is at or after FROM, and its length; s.n if there is none. Markdown writes \| for a
 * pipe that is none. */
static size_t
next_upright(struct slice s, size_t from, int how, size_t *len)
{
	size_t i;

	for (i = from; i < s.n; i++) {
		if ((how & DRAWN_PIPES) && s.p[i] != '|') {
			const char *pipe = memchr(s.p + i, '|', s.n - i);

			i = pipe ? (size_t)(pipe - s.p) : s.n;
		}
		if (i < s.n && s.p[i] == '|') {
			*len = 1;
			if (i == from || s.p[i - 1] != '\\')
				return i;
		} else if (i < s.n && may_be_upright(s.p[i]) && stroke_at((struct slice){s.p + i, s.n - i}, len) == UPRIGHT) {
			return i;
		}
	}
	*len = 0;
	return s.n;
}

/* In a row S that lacks a cell, an upright at its end stands beside an empty one. */
enum { EMPTY_LEFT = 1, EMPTY_RIGHT = 2 };

static size_t
read_cells(struct slice s, int how, int empty, struct stroke_cell *c, size_t most)
{
	size_t from = 0, len, n = 0, at = next_upright(s, 0, how, &len);
	int loose = how & DRAWN_LOOSE;

	if (at == s.n || (!loose && at != 0))
		return 0;
	if (at == 0 && !(empty & EMPTY_LEFT))
		from = len;
	while (from < s.n) {
		at = next_upright(s, from, how, &len);
		if (at == s.n && !loose)
			return 0;
		if (n < most) {
			c[n].whole = (struct slice){s.p + from, at - from};
			c[n].text = blank_trim(c[n].whole);
		}
		n++;
		from = at + len;
	}
	if ((empty & EMPTY_RIGHT) && n++ < most)
		c[n - 1].text = c[n - 1].whole = (struct slice){s.p + s.n, 0};
	return n < 2 && !(how & DRAWN_PIPES) ? 0 : n;
}

/* Which empty cells a row S of CELLS, trimmed, has at its ends: as many as it lacks, an upright at each, or none. */
static int
empty_ends(struct slice s, int how, size_t cells, size_t width)
{
	int open, ends = 0;
	size_t n;

	if (!(how & DRAWN_LOOSE) || cells >= width)
		return 0;
	open = strokes_open_ends(s, how);
	if ((how & DRAWN_NO_LEFT) && !(open & DRAWN_NO_LEFT))
		ends |= EMPTY_LEFT;
	if ((how & DRAWN_NO_RIGHT) && !(open & DRAWN_NO_RIGHT))
		ends |= EMPTY_RIGHT;
	n = (size_t)(ends & 1) + (size_t)(ends >> 1);
	return n == width - cells ? ends : 0;
}

int
strokes_open_ends(struct slice line, int how)
{
	struct slice s = blank_trim(line);
	size_t at = 0, from, len;
	int open = DRAWN_NO_LEFT | DRAWN_NO_RIGHT;

	for (from = 0; (at = next_upright(s, from, how, &len)) < s.n; from = at + len) {
		if (at == 0)
			open &= ~DRAWN_NO_LEFT;
		if (at + len == s.n)
			open &= ~DRAWN_NO_RIGHT;
	}
	return open;
}

/* The branch of a tree at the start of S: so many bytes; 0 if there is none. */
static size_t
branch_at(struct slice s)
{
	size_t i, len, levels = 0;
	uint32_t c = utf8_next(s.p, s.n, &i);

	if (c != 0x251c && c != 0x2514 && c != 0x2523 && c != 0x2517 && c != 0x2560 && c != 0x255a && c != 0x2570 && c != '|' && c != '+' && c != '`')
		return 0;
	for (; i < s.n; i += len, levels++)
		if (utf8_next(s.p + i, s.n - i, &len) != (c < 0x80 ? '-' : 0x2500) && box_stroke(utf8_next(s.p + i, s.n - i, &len)) != LEVEL)
			break;
	if (c < 0x80 && (levels < 2 || i == s.n || s.p[i] != ' ' || memchr(s.p + i, '|', s.n - i)))
		return 0; /* |---|---| */
	return levels ? i : 0;
}

int
strokes_is_branch(struct slice line)
{
	struct slice s = blank_trim(line);
	size_t i = 0, len, end = 0;
	enum stroke k = BLANK;

	while (i < s.n && (end = branch_at((struct slice){s.p + i, s.n - i})) == 0 && (k == BLANK || k == UPRIGHT)) {
		k = stroke_at((struct slice){s.p + i, s.n - i}, &len);
		i += len;
	}
	if (end == 0 || i + end >= s.n)
		return 0;
	for (i += end, k = BLANK; i < s.n; i += len)
		if ((k = stroke_at((struct slice){s.p + i, s.n - i}, &len)) == UPRIGHT && (len > 1 || s.p[i] != '|'))
			return 0;
	return k != UPRIGHT && k != JOINT;
}

/* The only upright of S, or one of its two, stands at an end where the rows of the table have none: an empty cell is beside it. */
static int
lone_end(struct slice s, int how)
{
	int open = strokes_open_ends(s, how);
	size_t len, at = next_upright(s, 0, how, &len);

	if (!(how & DRAWN_LOOSE) || at == s.n)
		return 0;
	if (at == 0 && !(open & DRAWN_NO_RIGHT) && (how & DRAWN_NO_LEFT) && (how & DRAWN_NO_RIGHT) && s.n > 2 &&
	    next_upright(s, len, how, &len) + len == s.n)
		return EMPTY_LEFT | EMPTY_RIGHT; /* two of them, with the only cell that is filled between */
	at = next_upright(s, 0, how, &len);
	if ((at && at + len < s.n) || next_upright(s, at + len, how, &len) < s.n)
		return 0;
	if ((how & DRAWN_NO_LEFT) && !(open & DRAWN_NO_LEFT))
		return EMPTY_LEFT;
	return (how & DRAWN_NO_RIGHT) && !(open & DRAWN_NO_RIGHT) ? EMPTY_RIGHT : 0;
}

enum shape
strokes_shape(struct slice line, int how, size_t *cells)
{
	struct slice s = blank_trim(line);

	*cells = 0;
	if (s.n == 0 || memchr(s.p, '\t', s.n))
		return SHAPE_NONE;
	if (is_rule(s) || strokes_delimiters(s))
		return SHAPE_RULE;
	if (strokes_is_branch(s))
		return SHAPE_NONE;
	if (!(*cells = read_cells(s, how, 0, NULL, 0)))
		*cells = read_cells(s, how, lone_end(s, how), NULL, 0);
	return *cells ? SHAPE_CELLS : SHAPE_NONE;
}

size_t
strokes_cells(struct slice line, int how, size_t width, struct stroke_cell *c, size_t most)
{
	struct slice s = blank_trim(line);
	size_t n = read_cells(s, how, 0, c, most);
	int empty = n ? empty_ends(s, how, n, width) : lone_end(s, how);

	return empty ? read_cells(s, how, empty, c, most) : n;
}

int
strokes_has_upright(struct slice s)
{
	const char *p = s.p, *end = s.p + s.n;

	for (; end - p > 2 && (p = memchr(p, '\xe2', (size_t)(end - p - 2))); p++)
		if ((p[1] == '\x94' && (p[2] == '\x82' || p[2] == '\x83')) || (p[1] == '\x95' && p[2] == '\x91'))
			return 1;
	return 0;
}

int
strokes_may_be(struct slice s)
{
	size_t i;

	if (memchr(s.p, '|', s.n))
		return 1;
	for (i = 0; i < s.n && (s.p[i] == ' ' || s.p[i] == '+'); i++)
		if (s.p[i] == '+')
			return 1;
	while (s.n && (i = blank_at(s)))
		s = (struct slice){s.p + i, s.n - i};
	if (s.n && *s.p == '-' && memchr(s.p, '+', s.n)) /* ----+----, as programs rule without outer uprights */
		return 1;
	return s.n > 2 && (memcmp(s.p, "\xef\xbd\x9c", 3) == 0 || memcmp(s.p, "\xe2\x94", 2) == 0 ||
	                   memcmp(s.p, "\xe2\x95", 2) == 0);
}
