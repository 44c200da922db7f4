/* delimited.c - tables whose cells a comma or a semicolon separates; see delimited.h */
#include "split/delimited.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "split/agreement.h"

static struct slice
raw_cell(const struct cells *c, size_t i)
{
	return cells_get(c, i);
}

/* The record that begins with LINE, which the stream line I is behind: into C. Returns the stream line behind it. */
static size_t
read_record(struct cells *c, struct lines *in, struct slice line, size_t i)
{
	struct line l;
	size_t at = i;

	cells_begin(c, line);
	while (c->open) {
		if (!lines_peek(in, at, &l) || l.kind == LINE_HEADER || l.cut)
			break;
		at++;
		if (l.kind == LINE_NOTE)
			continue;
		if (utf8_valid(l.text.p, l.text.n) != l.text.n || !cells_more(c, l.text))
			break;
	}
	if (!c->open && at > i)
		return at;
	if (c->open || at > i)
		cells_plain(c);
	return i;
}

static size_t
filled(const struct cells *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->n; i++)
		n += !blank_field(raw_cell(c, i));
	return n;
}

/* May LINE be a record, or the first line of one whose first cell is quoted over several? */
static int
may_be_record(struct slice line, char mark)
{
	return line.n && (line.p[0] == '"' || memchr(line.p, mark, line.n));
}

/* The next line of text behind stream line *I that may be a record with MARK in it. */
static int
peek_record(struct lines *in, size_t *i, char mark, struct line *l)
{
	do
		if (!lines_peek(in, (*i)++, l) || l->kind == LINE_HEADER || l->cut)
			return 0;
	while (l->kind == LINE_NOTE);
	return may_be_record(l->text, mark) && !memchr(l->text.p, '\t', l->text.n) &&
	       utf8_valid(l->text.p, l->text.n) == l->text.n;
}

/* Weighs the records from the copied line on, with MARK between their cells. */
static void
weigh(struct delimited *d, struct lines *in, char mark, struct agreement *a)
{
	struct line l;
	size_t i = 0;

	d->mark[0] = mark;
	d->look.between = (struct slice){d->mark, 1};
	agreement_begin(a, mark);
	i = read_record(&d->look, in, slice_of(&d->copy), 0);
	agreement_add(a, &d->look);
	while (agreement_wants(a) && peek_record(in, &i, mark, &l)) {
		i = read_record(&d->look, in, l.text, i);
		if (d->look.n < 2)
			break;
		agreement_add(a, &d->look);
	}
}

/* Does a table begin with the copied line, with MARK between its cells? */
static int
begins_with(struct delimited *d, struct lines *in, char mark)
{
	struct agreement a;

	if (!may_be_record(slice_of(&d->copy), mark))
		return 0;
	weigh(d, in, mark, &a);
	if (!agreement_holds(&a, d->named || d->proven))
		return 0;
	d->width = agreement_width(&a);
	d->titles = agreement_titles(&a);
	return 1;
}

static int
begins(struct delimited *d, struct lines *in)
{
	static const char marks[] = {',', ';'};
	size_t i;

	for (i = 0; i < sizeof(marks); i++)
		if (begins_with(d, in, marks[i]))
			return 1;
	return 0;
}

/* What a record of a table is, by how many of its cells are filled. Two columns alone have rows with one. */
static enum delimited_line
kind_of(struct delimited *d)
{
	size_t n = filled(&d->c);

	if (n == 0)
		return DELIMITED_RULE;
	if (n == 1 && d->width > 2 && d->c.n > 2)
		return blank_field(raw_cell(&d->c, 0)) || d->c.text.p[0] == '"' ? DELIMITED_TEXT : DELIMITED_PADDED;
	if (d->titles)
		return DELIMITED_TEXT;
	return DELIMITED_ROW;
}

/* A line like the one before it, where no table began, begins none either: what it would be weighed with, that one
 * was weighed with as well. */
static int
is_refused(const struct delimited *d, struct slice line)
{
	size_t n = 0;
	const char *p = line.p, *end = p + line.n;

	for (; p < end && (p = memchr(p, ',', (size_t)(end - p))); p++)
		n++;
	return d->refused && n == d->refused_cells;
}

static void
refuse(struct delimited *d, struct slice line)
{
	size_t i;

	d->refused = 1;
	d->refused_cells = 0;
	for (i = 0; i < line.n; i++)
		d->refused_cells += line.p[i] == ',';
}

/* Asked of every line of text: most have no separator. */
static int
may_begin(const struct delimited *d, struct slice line)
{
	if (d->on)
		return may_be_record(line, d->mark[0]);
	return memchr(line.p, ',', line.n) || memchr(line.p, ';', line.n) ||
	       ((d->named || d->proven) && may_be_record(line, ','));
}

enum delimited_line
delimited_row(struct delimited *d, struct lines *in, struct slice *line, size_t *more)
{
	enum delimited_line kind;

	*more = 0;
	if (!may_begin(d, *line)) {
		delimited_end(d);
		return DELIMITED_NONE;
	}
	if (!d->on && is_refused(d, *line))
		return DELIMITED_NONE;
	buf_clear(&d->copy);
	buf_adds(&d->copy, *line);
	*line = slice_of(&d->copy);
	if (!d->on && !begins(d, in)) {
		refuse(d, *line);
		return DELIMITED_NONE;
	}
	d->on = d->proven = 1;
	d->c.between = (struct slice){d->mark, 1};
	*more = read_record(&d->c, in, *line, 0);
	if (d->c.n < 2) {
		delimited_end(d);
		return DELIMITED_NONE;
	}
	kind = kind_of(d);
	d->titles -= d->titles > 0;
	return kind;
}

void
delimited_begin(struct delimited *d, struct slice name)
{
	static const char ending[] = ".csv";
	enum { N = sizeof(ending) - 1 };
	size_t i;

	d->on = d->proven = d->refused = 0;
	d->named = name.n > N;
	for (i = 0; i < N && d->named; i++)
		d->named = (name.p[name.n - N + i] | (i ? 0x20 : 0)) == ending[i];
}

void
delimited_end(struct delimited *d)
{
	d->on = d->refused = 0;
}

struct slice
delimited_cell(struct delimited *d, size_t i)
{
	struct slice s = raw_cell(&d->c, i);
	size_t k;

	if (s.n < 2 || s.p[0] != '"' || s.p[s.n - 1] != '"')
		return s;
	buf_clear(&d->cell);
	for (k = 1; k + 1 < s.n; k++) {
		if (s.p[k] == '\r' && s.p[k + 1] == '\n')
			continue; /* a line ends in the cell as it does elsewhere */
		buf_addc(&d->cell, s.p[k]);
		k += s.p[k] == '"';
	}
	return slice_of(&d->cell);
}

struct slice
delimited_text(const struct delimited *d)
{
	return raw_cell(&d->c, 0);
}

struct slice
delimited_rest(const struct delimited *d)
{
	size_t from = raw_cell(&d->c, 0).n;

	return (struct slice){d->copy.p + from, d->copy.n - from};
}
