/* slashed.c - cells with strokes between; see slashed.h */
#include "split/slashed.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "split/cellblock.h"
#include "split/peek.h"
#include "words/kinds.h"

enum { ROWS = 3, CELLS = 3, BLOCK_LINES = 256, CELL_CHARS = 60 };

static int
is_digit_at(struct slice s, size_t i)
{
	return i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || (i + 2 < s.n && memcmp(s.p + i, "\xef\xbc", 2) == 0 && s.p[i + 2] >= '\x90' && s.p[i + 2] <= '\x99'));
}

/* ｜ */
static int
is_bar(struct slice s, size_t i)
{
	return i + 3 <= s.n && memcmp(s.p + i, "\xef\xbd\x9c", 3) == 0;
}

/* The stroke at byte I of S that parts cells: its bytes; 0 if there is none. */
static size_t
stroke(struct slice s, size_t i)
{
	if (s.p[i] == '/')
		return i && i + 1 < s.n && s.p[i - 1] == ' ' && s.p[i + 1] == ' ';
	if (is_bar(s, i))
		return 3;
	if (i + 3 > s.n || memcmp(s.p + i, "\xef\xbc\x8f", 3) != 0) /* ／ */
		return 0;
	return i && is_digit_at(s, i + 3) && (is_digit_at(s, i - 1) || (i > 2 && is_digit_at(s, i - 3))) ? 0 : 3;
}

/* LINE without its ends, and without the marker of an item. */
static struct slice
content(struct slice line)
{
	static const char *const bullets[] = {"- ", "* ", "+ ", "\xe3\x83\xbb", "\xe2\x80\xa2"}; /* ・ • */
	struct slice s = blank_trim(line);
	size_t i;

	for (i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
		if (slice_begins(s, bullets[i]))
			return blank_trim((struct slice){s.p + strlen(bullets[i]), s.n - strlen(bullets[i])});
	return s;
}

/* Between bars a cell may be empty, as in a table that is drawn. */
static int
is_cell(struct slice s, int first, int barred)
{
	if (s.n == 0)
		return barred;
	if (utf8_count(s.p, s.n) > CELL_CHARS || (s.n > 2 && memcmp(s.p + s.n - 3, "\xe3\x80\x82", 3) == 0)) /* 。 */
		return 0;
	return !first || !(memchr(s.p, ':', s.n) || text_has(s, slice_z("\xef\xbc\x9a"))); /* ： */
}

/* The cells of LINE, into CELL; 0 if it is no row. */
static size_t
cut(struct slice line, struct slice *cell)
{
	struct slice s = content(line);
	size_t i, from = 0, n = 0, len;
	int barred = 0;

	for (i = 0; i <= s.n; i++) {
		len = i < s.n ? stroke(s, i) : 1;
		if (len == 0)
			continue;
		if (n == SLASHED_CELLS)
			return 0;
		barred |= i < s.n && is_bar(s, i);
		cell[n] = blank_trim((struct slice){s.p + from, i - from});
		if (!is_cell(cell[n], n == 0, barred))
			return 0;
		n++;
		from = i + len;
	}
	return n >= CELLS ? n : 0;
}

static int
begins(struct slashed *s, struct lines *in, struct slice line)
{
	struct slice cell[SLASHED_CELLS];
	struct line l;
	size_t i = 0, rows = 1, n = cut(line, cell);

	if (n == 0)
		return 0;
	while (rows < BLOCK_LINES && peek_line(in, &i, &l) && !cellblock_ends(content(l.text))) {
		if (cut(l.text, cell) != n)
			return 0;
		rows++;
	}
	s->n = n;
	s->rows = rows;
	return rows >= ROWS;
}

/* Asked of every line of text. */
static int
may_be(struct slice line)
{
	const char *p = memchr(line.p, '/', line.n);

	return (p && p > line.p && p[-1] == ' ') || text_has(line, slice_z("\xef\xbc\x8f")) || text_has(line, slice_z("\xef\xbd\x9c"));
}

int
slashed_line(struct slashed *s, struct lines *in, struct slice *line)
{
	if (s->rows == 0 && (s->refused || !may_be(*line)))
		return 0;
	buf_clear(&s->copy);
	buf_adds(&s->copy, *line);
	*line = slice_of(&s->copy);
	if (s->rows == 0 && !begins(s, in, *line)) {
		s->rows = 0;
		s->refused = 1;
		return 0;
	}
	s->rows--;
	return cut(*line, s->cell) == s->n;
}

void
slashed_end(struct slashed *s)
{
	s->rows = 0;
	s->refused = 0;
}
