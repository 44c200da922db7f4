/* tabstops.c - tabs up to the next stop on the page; see tabstops.h */
#include "split/tabstops.h"

#include <string.h>

#include "base/blank.h"
#include "base/scan.h"
#include "split/markdown.h"
#include "split/peek.h"
#include "split/tabline.h"

enum {
	COLUMNS = 16, /* that a typist lays out */
	LINES = 64,   /* of a run that are looked at */
	PROVEN = 5    /* lines that agree, so that those that do not are rows of them, too */
};

/* The lines from the one at hand on that have tabs between words. */
struct tabrun {
	struct tabline line[LINES];
	size_t n;
	int text_follows; /* a line of text, and no blank one */
	size_t next;      /* cells of the line behind blank ones */
	int last;         /* nothing more at all */
};

void
tabstops_begin(struct tabstops *t, struct slice name)
{
	static const char ending[] = ".tsv";
	enum { N = sizeof(ending) - 1 };
	size_t i;

	t->proven = t->wide = t->above = t->here = t->begun = 0;
	t->apart = 0;
	t->named = name.n > N;
	for (i = 0; i < N && t->named; i++)
		t->named = (name.p[name.n - N + i] | (i ? 0x20 : 0)) == ending[i];
	tabstops_end(t);
}

void
tabstops_end(struct tabstops *t)
{
	t->on = t->headed = 0;
	t->lines = 0;
	t->mean = TABS_PART;
}

void
tabstops_see(struct tabstops *t, struct slice line)
{
	if (!t->wide)
		t->wide = tabline_has_wide(line);
	t->above = t->here;
	t->here = !markdown_is_blank(line);
	t->begun |= t->above;
}

static int
has_tab(struct slice line)
{
	return memchr(line.p, '\t', line.n) != NULL;
}

/* The lines of the run from LINE on. */
static void
look(struct tabrun *r, struct lines *in, struct slice line, enum width how)
{
	struct line l;
	size_t i = 0, blanks = 0;

	r->n = 1;
	r->text_follows = 0;
	r->next = 0;
	r->last = 1;
	tabline_look(&r->line[0], line, how);
	while (peek_line(in, &i, &l)) {
		int tabs = has_tab(l.text);

		if (blank_trim(l.text).n == 0) {
			blanks++;
			continue;
		}
		if (blanks == 0 && tabs && r->n < LINES) {
			tabline_look(&r->line[r->n++], l.text, how);
			continue;
		}
		r->last = 0;
		r->text_follows = blanks == 0 && !tabs;
		r->next = blanks && tabs ? scan_count(l.text.p, l.text.n, '\t') + 1 : 0;
		return;
	}
}

/* The lines of the run have as many tabs each, and the first, LINE, is neither an item nor a remark: how many there are. 0 if it
 * is not so. Most runs are of a table that was copied: where their words stand need not be found out. */
static size_t
count_even(struct lines *in, struct slice line)
{
	struct tabline first;
	struct line l;
	size_t i = 0, n = 1, tabs = scan_count(line.p, line.n, '\t');

	tabline_look(&first, line, WIDTH_WIDE);
	if (first.marker || first.comment > 1)
		return 0;
	while (n < LINES && peek_line(in, &i, &l) && has_tab(l.text) && blank_trim(l.text).n) {
		if (scan_count(l.text.p, l.text.n, '\t') != tabs)
			return 0;
		n++;
	}
	return n;
}

/* How many lines have as many tabs as the first. */
static size_t
count_same(const struct tabrun *r)
{
	size_t i, n = 0;

	for (i = 0; i < r->n; i++)
		n += r->line[i].cells == r->line[0].cells;
	return n;
}

/* Does each word of T begin where one of L's columns does? */
static int
fits(const struct layout *l, const struct tabline *t)
{
	size_t i, k = 0;

	for (i = 0; i < t->n; i++, k++) {
		while (k < l->n && l->left[k] != t->word[i].left)
			k++;
		if (k == l->n)
			return 0;
	}
	return 1;
}

/* The columns that the words of all lines begin at: those of the first. */
static int
are_straight(const struct tabrun *r, struct layout *l)
{
	const struct tabline *first = &r->line[0];
	size_t i, full = 0;

	if (r->n < 2 || first->n < 2 || first->n > COLUMNS)
		return 0;
	l->n = first->n;
	for (i = 0; i < l->n; i++)
		l->left[i] = first->word[i].left;
	for (i = 1; i < r->n; i++) {
		if (r->line[i].n == 0 || !fits(l, &r->line[i]))
			return 0;
		full += r->line[i].n == l->n;
	}
	return 2 * full >= r->n - 1;
}

/* All lines are items of a list. */
static int
are_items(const struct tabrun *r)
{
	size_t i;

	for (i = 0; i < r->n && r->line[i].marker; i++)
		;
	return i == r->n;
}

/* What a line is that stands alone, in a document without Japanese: a row next to text, its title, or to another behind blank lines. */
static enum tabs_mean
alone(struct tabstops *stops, const struct tabrun *r)
{
	const struct tabline *t = &r->line[0];
	int beside = stops->above || r->text_follows || r->last || r->next == t->cells || stops->apart == t->cells;

	if (t->lead || t->torn || t->comment)
		return TABS_TEXT;
	if (t->run || !beside || (t->n <= 2 && (stops->begun || !r->last || t->is_long)))
		return TABS_TEXT;
	stops->apart = t->cells;
	return TABS_PART;
}

/* What the lines of a run show together. */
struct sums {
	size_t same, runs, leads, torn, comments, remarks, settings, wordy, calls; /* remarks: comments that are no name # */
	uint64_t filled;
	uint64_t figures; /* below the first line */
	int wide;
};

static void
sum_up(struct sums *s, const struct tabrun *r)
{
	size_t i;

	memset(s, 0, sizeof(*s));
	s->same = count_same(r);
	s->figures = UINT64_MAX;
	for (i = 0; i < r->n; i++) {
		s->runs += (size_t)r->line[i].run;
		s->leads += (size_t)r->line[i].lead;
		s->torn += (size_t)r->line[i].torn;
		s->comments += r->line[i].comment > 0;
		s->remarks += r->line[i].comment > 1;
		s->wordy += (size_t)r->line[i].is_long;
		s->calls += r->line[i].call && r->line[i].call == r->line[0].call;
		s->settings += (size_t)(r->line[i].setting && r->line[i].n == 2);
		s->wide |= r->line[i].wide;
		s->figures &= i ? r->line[i].figures : UINT64_MAX;
		s->filled |= r->line[i].cells == r->line[0].cells ? r->line[i].filled : 0;
	}
}

/* In a document without Japanese: are the lines, which have as many tabs each, rows? Each column has a cell; where there are but
 * two, lists of settings look the same, and lines of prose with a tab. */
static int
are_data(const struct tabrun *r, const struct sums *s, int above)
{
	size_t cells = r->line[0].cells;

	if (s->leads == r->n || s->filled != (cells < 64 ? ((uint64_t)1 << cells) - 1 : UINT64_MAX))
		return 0;
	if (r->n > 2 && !r->line[0].lead && s->figures & ~r->line[0].figures)
		return 1; /* below a name */
	return cells > 2 || (r->n > 2 && !above && !r->text_follows && s->leads + s->wordy == 0);
}

static enum tabs_mean
judge(struct tabstops *t, const struct tabrun *r, struct layout *l)
{
	struct sums s;

	sum_up(&s, r);
	s.wide |= t->wide;
	if ((are_items(r) && !t->headed) || s.remarks == r->n)
		return TABS_TEXT;
	if (s.wide && s.same == r->n)
		return TABS_PART;
	if (s.wide && s.runs + s.leads)
		return 2 * s.torn >= r->n ? TABS_TEXT : are_straight(r, l) ? TABS_ROW : TABS_PART;
	if (s.wide)
		return TABS_PART;
	if (r->n == 1)
		return alone(t, r);
	if (2 * s.torn >= r->n || 2 * s.comments >= r->n || 2 * s.settings >= r->n || (s.calls == r->n && r->n > 2))
		return TABS_TEXT;
	if (10 * s.same >= 8 * r->n && are_data(r, &s, t->above)) {
		t->proven |= r->n >= PROVEN && s.same == r->n && r->line[0].cells >= 3;
		return TABS_PART;
	}
	return s.leads == 0 && s.runs && r->n > 2 && are_straight(r, l) && l->n > 2 ? TABS_ROW : TABS_TEXT;
}

/* The verdict on the run that begins with the copied line. Where characters are wide may change where they stand. */
static void
begins(struct tabstops *t, struct lines *in)
{
	static const enum width ways[] = {WIDTH_WIDE, WIDTH_NARROW};
	struct tabrun r;
	size_t i;

	if (t->wide && (t->lines = count_even(in, slice_of(&t->copy)))) {
		t->mean = TABS_PART;
		t->unread = 0;
		return;
	}
	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		t->l.how = ways[i];
		look(&r, in, slice_of(&t->copy), ways[i]);
		t->mean = judge(t, &r, &t->l);
		t->lines = r.n;
		t->unread = t->mean == TABS_TEXT && r.n > 2 && !r.line[0].call && are_straight(&r, &t->l) && t->l.n > 2;
		if (t->mean != TABS_PART || count_same(&r) == r.n) /* then nothing hangs on where their words stand */
			return;
	}
}

/* Adds LINE to the row. Returns whether it may: GOES_ON: only if its first cell is empty. */
static int
add(struct tabstops *t, struct slice line, int goes_on)
{
	struct place_on_page cell[LAYOUT_COLUMNS] = {{0}};
	struct tabline at;
	size_t i, k = 0;

	tabline_look(&at, line, t->l.how);
	if (goes_on && at.n && at.word[0].left == t->l.left[0])
		return 0;
	for (i = 0; i < at.n; i++, k++) {
		while (k + 1 < t->l.n && t->l.left[k] != at.word[i].left)
			k++;
		cell[k] = at.word[i];
	}
	laid_add(&t->row, line, cell);
	return 1;
}

static void
add_row(struct tabstops *t, struct lines *in, struct slice line, size_t *more)
{
	struct line l;
	size_t i = 0;

	laid_begin(&t->row, t->l.n);
	add(t, line, 0);
	while (t->lines && peek_line(in, &i, &l) && add(t, l.text, 1)) {
		t->lines--;
		*more = i;
	}
}

/* May the line be of another kind than those whose tabs part? Two tabs in a row, an indent, no Japanese at its beginning. */
static int
is_open(const struct tabstops *t, struct slice line)
{
	const char *p = line.p, *end = p + line.n;

	if (!t->wide || *p == ' ' || *p == '\t' || (unsigned char)*p < 0xe4)
		return 1;
	for (; p < end && (p = memchr(p, '\t', (size_t)(end - p))); p++)
		if (p + 1 < end && p[1] == '\t')
			return 1;
	return 0;
}

enum tabs_mean
tabstops_line(struct tabstops *t, struct lines *in, struct slice *line, size_t *more)
{
	*more = 0;
	if (t->said || t->named || t->proven || (t->on && t->mean == TABS_PART))
		return TABS_PART;
	if (!t->on && !is_open(t, *line)) {
		t->headed = 1;
		return TABS_PART;
	}
	if (t->lines == 0 || t->mean == TABS_ROW) {
		buf_clear(&t->copy);
		buf_adds(&t->copy, *line);
		*line = slice_of(&t->copy);
	}
	if (t->lines == 0)
		begins(t, in);
	t->on = 1;
	t->lines -= t->lines > 0;
	if (t->mean == TABS_ROW)
		add_row(t, in, *line, more);
	return t->mean;
}
