/* dashes.c - tables ruled by dashes; see dashes.h */
#include "split/dashes.h"

#include "base/blank.h"
#include "base/utf8.h"
#include "split/markdown.h"
#include "split/peek.h"

/* A rule has one place in so many filled. Signs of a rule that edges a multiline table, such rules that it has, lines of its header; and how far ahead is looked for
 * the last rule. */
enum { FRAMED = 4, EDGE = 10, EDGES = 3, HEAD_LINES = 6, SURVEYED = 400, SURVEYED_BYTES = 64 * 1024 };

/* A line of one sign and blanks alone, and where the runs of that sign stand. */
struct dashrule {
	uint32_t sign;
	size_t n, left[LAYOUT_COLUMNS], right;
	size_t shortest, dashes; /* the shortest run; all of them */
};

static int
is_sign(uint32_t c)
{
	return c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2550;
}

static void
end_run(struct dashrule *r, size_t run)
{
	if (run && run < r->shortest)
		r->shortest = run;
	r->dashes += run;
}

static int
read_rule(struct dashrule *r, struct slice line, enum width how)
{
	size_t i, len, at = 0, run = 0;

	*r = (struct dashrule){.shortest = (size_t)-1};
	for (i = 0; i < line.n; i += len) {
		struct slice rest = {line.p + i, line.n - i};
		uint32_t c = utf8_next(rest.p, rest.n, &len);
		size_t wide = width_next(rest, how, &len);

		if (blank_at(rest) || (c == '\r' && i + 1 == line.n)) {
			end_run(r, run);
			run = 0;
		} else if (!is_sign(c) || (r->sign && c != r->sign) || (run == 0 && r->n == LAYOUT_COLUMNS)) {
			return 0;
		} else {
			if (run++ == 0)
				r->left[r->n++] = at;
			r->sign = c;
			r->right = at + wide;
		}
		at += wide;
	}
	end_run(r, run);
	return r->n > 0;
}

/* Two runs at least, and such as nobody writes between paragraphs: - - - parts those. What is blank for the most part rules
 * nothing: the sides of a frame, -- and, far away, --. */
static int
parts_columns(const struct dashrule *r)
{
	return r->n >= 2 && (r->shortest >= 2 || r->sign == '=') && FRAMED * r->dashes >= r->right - r->left[0];
}

static int
is_edge(const struct dashrule *r)
{
	return r->n == 1 && r->sign == '-' && r->right - r->left[0] >= EDGE;
}

static void
set_columns(struct layout *l, struct slice rule, enum width how)
{
	struct dashrule r;

	read_rule(&r, rule, how);
	l->n = r.n;
	l->how = how;
	memcpy(l->left, r.left, r.n * sizeof(*r.left));
}

/* Words between two blanks or more, as many as there are columns: one of them was longer than its column. */
static size_t
cut_words(const struct layout *l, struct slice line, struct place_on_page *cell)
{
	return layout_words(line, l->how, 2, cell) == l->n ? l->n : 0;
}

/* The cells of LINE as D lays them out, or another way to count; 0 if they are not to be had. */
static size_t
cut(const struct dashed *d, struct slice line, struct place_on_page *cell)
{
	size_t exact, n = layout_cut(&d->l, line, cell, &exact);

	return n ? n : cut_words(&d->l, line, cell);
}

/* What the lines from the one at hand on are: which is the rule, where the table ends. */
struct survey {
	size_t rule;      /* text lines up to the rule of columns; 0: the line at hand is it */
	size_t last;      /* up to the last rule; 0: none was found */
	int blanks;       /* blank lines before that */
};

/* Does a rule of columns as R stand in LINE? */
static int
is_same(struct slice line, const struct dashrule *r)
{
	struct dashrule other;

	return read_rule(&other, line, WIDTH_WIDE) && other.sign == r->sign && other.left[0] == r->left[0] && other.right == r->right;
}

/* Behind the rule of columns R, line NTH: is there one that ends the table, with a blank line or nothing below it? */
static void
find_last(struct survey *s, struct lines *in, size_t i, size_t nth, const struct dashrule *r)
{
	struct line l;
	size_t bytes = 0, blanks = 0, rule = 0;

	while (nth++ < SURVEYED && bytes < SURVEYED_BYTES && peek_line(in, &i, &l)) {
		int blank = markdown_is_blank(l.text);

		bytes += l.text.n;
		if (rule && rule + 1 == nth && blank) {
			s->last = rule;
			return;
		}
		blanks = blank ? blanks + 1 : 0;
		s->blanks |= blank;
		if (is_same(l.text, r))
			rule = nth;
		else if (blanks > 1)
			return;
	}
	s->last = rule && rule + 1 == nth ? rule : 0; /* the document ends with it */
}

/* The rule of columns: the line at hand, the next one, or below the header of a multiline table, whose edge the line at
 * hand is. Its stream line is then *I. */
static int
find_rule(struct survey *s, struct dashed *d, struct lines *in, struct slice line, struct dashrule *r, size_t *i)
{
	struct dashrule edge;
	struct line l;
	int first = read_rule(&edge, line, WIDTH_WIDE);

	*i = 0;
	s->rule = 0;
	buf_clear(&d->columns);
	if (first && parts_columns(&edge)) {
		*r = edge;
		buf_adds(&d->columns, line);
		return 1;
	}
	if (first && !is_edge(&edge))
		return 0;
	while (s->rule++ < (first ? HEAD_LINES : 1) && peek_line(in, i, &l) && !markdown_is_blank(l.text))
		if (read_rule(r, l.text, WIDTH_WIDE)) {
			buf_adds(&d->columns, l.text);
			return parts_columns(r) && (!first || (edge.left[0] == r->left[0] && edge.right == r->right && s->rule > 1));
		}
	return 0;
}

/* How well the lines from LINE to NTH fit the columns, counted so: those that do, and how many cells begin exactly there. */
static size_t
fitting(const struct layout *l, struct lines *in, struct slice line, size_t nth, size_t *exact)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	enum { LINES = 64 };
	size_t i = 0, n = 0, fit = 0, some;
	struct line next = {.text = line};
	struct dashrule r;

	*exact = 0;
	do
		if (!read_rule(&r, next.text, l->how) && layout_cut(l, next.text, cell, &some)) {
			fit++;
			*exact += some;
		} else if (nth == 0 && n > 1 && markdown_is_blank(next.text)) {
			break;
		}
	while (n++ < LINES && (nth == 0 || n <= nth) && peek_line(in, &i, &next));
	return fit;
}

/* The way to count that suits most lines. */
static int
choose_width(struct dashed *d, struct lines *in, const struct survey *s, struct slice line)
{
	size_t most = 0, most_exact = 0;
	int how;

	for (how = 0; how < WIDTHS; how++) {
		struct layout l;
		size_t exact, fit;

		set_columns(&l, slice_of(&d->columns), (enum width)how);
		fit = fitting(&l, in, line, s->last, &exact);
		if (fit > most || (fit == most && exact > most_exact)) {
			most = fit;
			most_exact = exact;
			d->l = l;
		}
	}
	return most >= (s->last ? 1 : 2);
}

/* Does a table begin with LINE? */
static int
begins(struct dashed *d, struct lines *in, struct slice line)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	struct survey s = {0};
	struct dashrule r;
	size_t i;

	if (!find_rule(&s, d, in, line, &r, &i))
		return 0;
	d->sign = r.sign;
	d->by_blanks = s.rule > 1;
	if (s.rule != 1)
		find_last(&s, in, i, s.rule, &r);
	if (s.rule == 0 && !s.last)
		return 0;
	d->by_blanks |= s.blanks && d->sign == '-';
	d->first_filled = d->sign == '=';
	d->last = s.last;
	d->rules = 0;
	return choose_width(d, in, &s, line) && (s.rule != 1 || cut(d, line, cell));
}

/* Lines that go on with the row at hand, in a table where they do. Returns the stream line behind them. */
static size_t
add_lines(struct dashed *d, struct lines *in)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t i = 0, more = 0;
	struct line l;
	struct dashrule r;

	while (peek_line(in, &i, &l) && d->row.lines < HEAD_LINES * HEAD_LINES) {
		if (markdown_is_blank(l.text) || read_rule(&r, l.text, d->l.how) || !cut(d, l.text, cell))
			break;
		if (!d->by_blanks && cell[0].to)
			break;
		laid_add(&d->row, l.text, cell);
		d->last -= d->last > 1;
		more = i;
	}
	return more;
}

/* May LINE, or the one behind it, be such a rule? Asked of every line. */
static int
may_begin(struct lines *in, struct slice line)
{
	int next;
	size_t i = 0;

	while (i < line.n && line.p[i] == ' ')
		i++;
	if (i == line.n)
		return 0;
	if (line.p[i] == '-' || line.p[i] == '=' || (line.n - i > 2 && memcmp(line.p + i, "\xe2\x94", 2) == 0) ||
	    (line.n - i > 2 && memcmp(line.p + i, "\xe2\x95\x90", 3) == 0))
		return 1;
	next = lines_next_byte(in);
	return (next < 0 || next == '-' || next == '=' || next == ' ' || next == 0xe2 || next == FS) && blank_may_be_in(line);
}

enum dashed_line
dashed_line(struct dashed *d, struct lines *in, struct slice *line, size_t *more)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	struct dashrule r;

	*more = 0;
	if (!d->on && !may_begin(in, *line))
		return DASHED_NONE;
	buf_clear(&d->copy);
	buf_adds(&d->copy, *line);
	*line = slice_of(&d->copy);
	if (!d->on && !begins(d, in, *line))
		return DASHED_NONE;
	if (d->on && d->last)
		d->on = --d->last > 0;
	else if (!d->on)
		d->on = 1;
	if (markdown_is_blank(*line)) {
		if (d->last || d->by_blanks)
			return DASHED_BLANK;
		d->on = 0;
		return DASHED_NONE;
	}
	if (read_rule(&r, *line, d->l.how)) {
		if (++d->rules == EDGES && d->by_blanks && !d->last)
			d->on = 0;
		return DASHED_RULE;
	}
	if (!cut(d, *line, cell)) {
		d->on = 0;
		return DASHED_UNREAD;
	}
	laid_begin(&d->row, d->l.n);
	laid_add(&d->row, *line, cell);
	if (d->by_blanks || d->first_filled)
		*more = add_lines(d, in);
	return DASHED_ROW;
}

void
dashed_end(struct dashed *d)
{
	d->on = 0;
}
