/* counted.c - tables whose pipes count the cells; see counted.h */
#include "split/counted.h"

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

/* The last cell of LINE, which ends with a pipe, is empty: a first name that was empty may have been left out, and all others
 * stand one column too far to the left. */
static int
may_be_shifted(struct slice line)
{
	struct slice s = trimmed(line);

	s.n--;
	s = trimmed(s);
	return s.n && s.p[s.n - 1] == '|';
}

static int
ends_with_pipe(struct slice line)
{
	struct slice s = trimmed(line);

	return s.n && is_pipe(s, s.n - 1);
}

/* May LINE stand before the first pipe of a row? */
static int
may_lead(struct slice line)
{
	return line.n <= LEADING_BYTES && !markdown_begins_block(line) && !(line.n >= 3 && memcmp(line.p + line.n - 3, "\xe3\x80\x82", 3) == 0);
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
		if (pipes > c->pipes || n++ == ROW_LINES || !peek_line(in, &at, &l) || markdown_is_blank(l.text) || memchr(l.text.p, '\t', l.text.n))
			return 0;
		pipes += pipes_of(l.text);
		if (pipes == 0 && (++leading > LEADING || !may_lead(l.text)))
			return 0;
	}
	*i = at;
	return n;
}

/* Does a table begin with LINE? Its rows are looked at up to the first that is none. */
static int
begins(struct counted *c, struct lines *in, struct slice line)
{
	struct line l;
	size_t i = 0, rows = 0, wrapped = 0, seen = 0, n;
	int ruled = 0;

	c->pipes = pipes_of(line);
	if (c->pipes < 2 || *trimmed(line).p == '|' || markdown_begins_block(line) || !ends_with_pipe(line) || may_be_shifted(line))
		return 0;
	while (seen < SURVEYED && peek_line(in, &i, &l) && !markdown_is_blank(l.text)) {
		if (seen++ == 0 && strokes_delimiters(l.text)) {
			ruled = 1;
			if (pipes_of(l.text) != c->pipes)
				return 0;
			continue;
		}
		n = row_lines(c, in, l.text, &i);
		if (n == 0) {
			if (pipes_of(l.text) && !ruled)
				return 0; /* rows of another kind stand among these */
			break;
		}
		rows++;
		wrapped += n > 1;
		seen += n;
	}
	return rows > 0 && (wrapped ? ruled || rows > 1 : !ruled && c->pipes > 2);
}

static void
cut(struct counted *c)
{
	struct slice s = slice_of(&c->row.source);
	size_t i, k = 0, from = 0;

	for (i = 0; i < s.n; i++)
		if (is_pipe(s, i) && k < c->row.n) {
			buf_adds(&c->row.cell[k++], trimmed((struct slice){s.p + from, i - from}));
			from = i + 1;
		}
}

enum counted_line
counted_line(struct counted *c, struct lines *in, struct slice *line, size_t *more)
{
	struct line l;
	size_t i = 0, n;

	*more = 0;
	if (!c->on && !memchr(line->p, '|', line->n))
		return COUNTED_NONE;
	buf_clear(&c->copy);
	buf_adds(&c->copy, *line);
	*line = slice_of(&c->copy);
	if (!c->on && !begins(c, in, *line))
		return COUNTED_NONE;
	if (c->on && strokes_delimiters(*line))
		return COUNTED_RULE;
	i = 0;
	n = c->pipes <= LAYOUT_COLUMNS ? row_lines(c, in, *line, &i) : 0;
	if (n == 0) {
		c->on = 0;
		return pipes_of(*line) ? COUNTED_UNREAD : COUNTED_NONE;
	}
	c->on = 1;
	*more = i;
	laid_begin(&c->row, c->pipes);
	buf_adds(&c->row.source, *line);
	for (i = 0; --n && peek_line(in, &i, &l);) {
		buf_addc(&c->row.source, '\n');
		buf_adds(&c->row.source, l.text);
	}
	cut(c);
	return COUNTED_ROW;
}

void
counted_end(struct counted *c)
{
	c->on = 0;
}
