/* counted.c - tables whose pipes count the cells; see counted.h */
#include "split/counted.h"

#include "base/utf8.h"
#include "split/markdown.h"
#include "split/peek.h"
#include "split/strokes.h"

enum {
	ROW_LINES = 16, SURVEYED = 64,
	LEADING = 2, LEADING_BYTES = 60 /* lines of a first cell that has no pipe yet, and how long they are */
};

static struct slice
trimmed(struct slice s)
{
	while (s.n && strchr(" \t\r\n", *s.p))
		s = (struct slice){s.p + 1, s.n - 1};
	while (s.n && strchr(" \t\r\n", s.p[s.n - 1]))
		s.n--;
	return s;
}

static int
is_pipe(struct slice s, size_t i)
{
	return s.p[i] == '|' && !(i && s.p[i - 1] == '\\');
}

static size_t
pipes_of(struct slice s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += (size_t)is_pipe(s, i);
	return n;
}

static int
ends_with_pipe(struct slice line)
{
	struct slice s = trimmed(line);

	return s.n && is_pipe(s, s.n - 1);
}

/* LINE begins with a digit, or with a sign or a bracket of East Asia, as headings do. */
static int
may_be_heading(struct slice line)
{
	size_t len;
	uint32_t c = line.n ? utf8_next(line.p, line.n, &len) : 0;

	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19) || (c >= 0x2460 && c <= 0x25ff) || (c >= 0x3008 && c <= 0x3015);
}

/* May LINE stand before the first pipe of a row? */
static int
may_lead(struct slice line)
{
	return line.n <= LEADING_BYTES && !markdown_begins_block(line) && !may_be_heading(line) &&
	       !(line.n >= 3 && memcmp(line.p + line.n - 3, "\xe3\x80\x82", 3) == 0);
}

/* The lines of the row that begins with LINE, behind which stream line *I stands: how many, and *I is behind them; 0 if it is none. */
static size_t
row_lines(const struct counted *c, struct lines *in, struct slice line, size_t *i)
{
	struct line l = {.text = line};
	size_t n = 1, pipes = pipes_of(line), at = *i, leading = pipes == 0;

	if (pipes == 0 && !may_lead(line))
		return 0;
	while (!(pipes == c->pipes && ends_with_pipe(l.text))) {
		if (pipes > c->pipes || n++ == ROW_LINES || !peek_line(in, &at, &l) || markdown_is_blank(l.text) || memchr(l.text.p, '\t', l.text.n) || strokes_delimiters(l.text))
			return 0;
		pipes += pipes_of(l.text);
		if (pipes == 0 && (++leading > LEADING || !may_lead(l.text)))
			return 0;
	}
	*i = at;
	return n;
}

/* How many cells at the end of LINE, which ends with a pipe, are empty: the pipes there fill it up. */
static size_t
filled_up(struct slice line)
{
	struct slice s = trimmed(line);
	size_t n = 0;

	for (s.n--; (s = trimmed(s)).n && s.p[s.n - 1] == '|'; s.n--)
		n++;
	return n;
}

/* Does a table begin with LINE? Its rows are looked at up to the first that is none. */
static int
begins(struct counted *c, struct lines *in, struct slice line)
{
	struct line l;
	size_t i = 0, rows = 0, wrapped = 0, seen = 0, n, pipes;
	int ruled = 0;

	c->shifted = c->filled = 0;
	c->pipes = pipes_of(line);
	if (c->pipes < 2 || strokes_delimiters(line) || *trimmed(line).p == '|' || markdown_begins_block(line) || !ends_with_pipe(line))
		return 0;
	c->filled = filled_up(line);
	while (seen < SURVEYED && peek_line(in, &i, &l) && !markdown_is_blank(l.text)) {
		if (seen++ == 0 && strokes_delimiters(l.text)) {
			ruled = 1;
			if (pipes_of(l.text) != c->pipes)
				return 0;
			continue;
		}
		pipes = pipes_of(l.text); /* looking ahead for its row moves it */
		n = row_lines(c, in, l.text, &i);
		if (n == 0) {
			if (pipes && !ruled)
				return 0; /* rows of another kind stand among these */
			break;
		}
		rows++;
		wrapped += n > 1;
		seen += n;
	}
	return rows > 0 && (c->filled ? wrapped && ruled : wrapped ? ruled || rows > 1 : !ruled && c->pipes > 2);
}

/* Cuts the lines of the row; the number of pipes that stand alone in its last lines: the row had fewer cells than others, and was
 * filled up. */
static size_t
cut(struct counted *c)
{
	struct slice s = slice_of(&c->row.source);
	size_t i, k = 0, from = 0, alone = 0;

	for (i = 0; i < s.n; i++)
		if (is_pipe(s, i) && k < c->row.n) {
			struct slice cell = {s.p + from, i - from};

			alone = trimmed(cell).n == 0 && (from == 0 || memchr(cell.p, '\n', cell.n) || (alone && cell.n == 0)) ? alone + 1 : 0;
			buf_adds(&c->row.cell[k++], trimmed(cell));
			from = i + 1;
		}
	return alone;
}

/* The row that begins with LINE, behind which stream line *I stands, and has N lines. */
static size_t
take_row(struct counted *c, struct lines *in, struct slice line, size_t i, size_t n)
{
	struct line l;

	laid_begin(&c->row, c->pipes);
	buf_adds(&c->row.source, line);
	while (--n && peek_line(in, &i, &l)) {
		buf_addc(&c->row.source, '\n');
		buf_adds(&c->row.source, l.text);
	}
	return cut(c);
}

/* A figure, and a unit of a letter or two, perhaps. */
static int
is_figure(struct slice cell)
{
	enum { UNIT = 2, KANA = 0x3041, KANJI_END = 0x9fff };
	size_t i, len, letters = 0, digits = 0;

	for (i = 0; i < cell.n; i += len) {
		uint32_t c = utf8_next(cell.p + i, cell.n - i, &len);

		digits += (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
		letters += (c >= KANA && c <= KANJI_END) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
		if (letters && digits == 0)
			return 0;
	}
	return digits && letters <= UNIT;
}

/* Figures stand in all cells of the row but the first. */
static int
is_labelled(const struct counted *c)
{
	size_t k;

	for (k = 1; k < c->row.n && is_figure(slice_of(&c->row.cell[k])); k++)
		;
	return k == c->row.n && c->row.cell[0].n && !is_figure(slice_of(&c->row.cell[0]));
}

/* What lines above a delimiter row are. */
enum looks_counted { COUNTS_NOTHING, COUNTS_CELLS, COUNTS_UNSURE };

/* How many of the next rows, stream line I being the first, are whole; *LABELLED: labels before figures. */
static size_t
see_rows(struct counted *c, struct lines *in, size_t i, size_t *labelled)
{
	enum { ROWS = 3 };
	struct buf first = {0};
	struct line l;
	size_t whole = 0, rows, n;

	*labelled = 0;
	for (rows = 0; rows < ROWS && peek_line(in, &i, &l) && !markdown_is_blank(l.text); rows++) {
		size_t behind = i, alone;

		buf_clear(&first);
		buf_adds(&first, l.text);
		if ((n = row_lines(c, in, l.text, &i)) == 0)
			break;
		alone = take_row(c, in, slice_of(&first), behind, n);
		whole += alone == 0;
		*labelled += alone == 0 && is_labelled(c);
	}
	buf_free(&first);
	return whole;
}

/* LINE, a header, was filled up: as all rows below are, stream line I being the first, or else a first name may have been left out,
 * and all others stand one column too far to the left. */
static int
rows_filled(struct counted *c, struct lines *in, size_t i)
{
	struct buf first = {0};
	struct line l;
	size_t seen, filled = 0, n;
	int are = 1;

	for (seen = 0; are && seen < SURVEYED && peek_line(in, &i, &l) && !markdown_is_blank(l.text); seen++) {
		size_t behind = i, alone;

		if (strokes_delimiters(l.text))
			continue;
		buf_clear(&first);
		buf_adds(&first, l.text);
		if ((n = row_lines(c, in, l.text, &i)) == 0)
			break;
		alone = take_row(c, in, slice_of(&first), behind, n);
		are = n == 1 || alone == c->filled;
		filled += alone == c->filled;
	}
	buf_free(&first);
	return are && filled;
}

/* A delimiter row below LINE and others, which have as many pipes as it: they are a header for certain. Where it was filled up at
 * its end, it lacks its first name if rows below, two at least, are labels before figures; else what it lacks is not known. */
static enum looks_counted
begins_ruled(struct counted *c, struct lines *in, struct slice line)
{
	struct line l = {.text = line};
	size_t i = 0, lines = 1, pipes = pipes_of(line), whole, labelled;

	if (pipes == 0 || *trimmed(line).p == '|' || markdown_begins_block(line) || !ends_with_pipe(line))
		return COUNTS_NOTHING;
	for (; peek_line(in, &i, &l) && lines <= ROW_LINES && !strokes_delimiters(l.text); lines++) {
		if (!ends_with_pipe(l.text) || memchr(l.text.p, '\t', l.text.n))
			return COUNTS_NOTHING;
		pipes += pipes_of(l.text);
	}
	if (lines < 2 || lines > ROW_LINES || strokes_delimiters(l.text) < 2 || *trimmed(l.text).p == '|')
		return COUNTS_NOTHING;
	if (strokes_delimiters(l.text) != pipes || pipes > LAYOUT_COLUMNS)
		return COUNTS_UNSURE;
	c->pipes = pipes;
	c->shifted = take_row(c, in, line, 0, lines);
	whole = see_rows(c, in, i, &labelled);
	if (whole == 0)
		return COUNTS_NOTHING;
	return c->shifted == 0 || (c->shifted == 1 && whole > 1 && labelled == whole) ? COUNTS_CELLS : COUNTS_UNSURE;
}

/* The cells of a row that was filled up at its end are as many as it had. A header that lacks its first name does, and so do the
 * rows of it below, whose first name is the same. */
static void
unfill(struct counted *c, size_t alone)
{
	size_t k;

	if (c->shifted && alone == c->shifted) {
		struct buf last = c->row.cell[c->row.n - 1];

		for (k = c->row.n - 1; k > 0; k--)
			c->row.cell[k] = c->row.cell[k - 1];
		c->row.cell[0] = last;
		return;
	}
	for (k = 0; k < c->filled && c->row.cell[c->row.n - 1 - k].n == 0; k++)
		;
	alone = k == c->filled && k ? k : alone;
	c->row.n -= alone < c->row.n ? alone : 0;
	c->shifted = 0;
}

static int
is_pipe_alone(struct slice line)
{
	struct slice s = trimmed(line);

	return s.n == 1 && *s.p == '|';
}

/* LINE is the first of several cells each of which has its pipe in a line of its own behind it: nothing says how many make a row. */
static int
has_pipes_apart(struct lines *in, struct slice line)
{
	enum { CELLS = 4 };
	struct line l;
	size_t i = 0, cells;

	if (pipes_of(line) || markdown_is_blank(line))
		return 0;
	for (cells = 0; cells < CELLS; cells++)
		if ((cells && (!peek_line(in, &i, &l) || pipes_of(l.text))) || !peek_line(in, &i, &l) || !is_pipe_alone(l.text))
			return 0;
	return 1;
}

/* What LINE is where no table is open; COUNTED_ROW: one begins with it. */
static enum counted_line
outside(struct counted *c, struct lines *in, struct slice line)
{
	if (!memchr(line.p, '|', line.n)) {
		if (c->told || !has_pipes_apart(in, line))
			return COUNTED_NONE;
		c->told = 1;
		return COUNTED_UNREAD;
	}
	if (begins(c, in, line) && (c->filled == 0 || rows_filled(c, in, 0)))
		return COUNTED_ROW;
	c->filled = 0;
	switch (begins_ruled(c, in, line)) {
	case COUNTS_CELLS: return COUNTED_ROW;
	case COUNTS_UNSURE: return COUNTED_UNREAD;
	default: return COUNTED_NONE;
	}
}

enum counted_line
counted_line(struct counted *c, struct lines *in, struct slice *line, size_t *more)
{
	enum counted_line kind = COUNTED_ROW;
	int next = lines_next_byte(in);
	size_t i = 0, n;

	*more = 0;
	if (!c->on && !memchr(line->p, '|', line->n) && next != '|' && next != FS && next >= 0)
		return COUNTED_NONE;
	buf_clear(&c->copy);
	buf_adds(&c->copy, *line);
	*line = slice_of(&c->copy);
	if (!c->on && (kind = outside(c, in, *line)) != COUNTED_ROW)
		return kind;
	if (c->on && strokes_delimiters(*line))
		return COUNTED_RULE;
	n = c->pipes <= LAYOUT_COLUMNS ? row_lines(c, in, *line, &i) : 0;
	if (n == 0) {
		c->on = 0;
		return pipes_of(*line) ? COUNTED_UNREAD : COUNTED_NONE;
	}
	c->on = 1;
	*more = i;
	unfill(c, take_row(c, in, *line, 0, n));
	return COUNTED_ROW;
}

void
counted_end(struct counted *c)
{
	c->on = c->told = 0;
}
