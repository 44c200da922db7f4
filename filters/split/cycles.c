/* cycles.c - cells one a line; see cycles.h */
#include "split/cycles.h"

#include "base/blank.h"
#include "base/hash.h"
#include "split/cycleplan.h"
#include "split/cyclewrap.h"
#include "split/peek.h"

enum {
	TRIES = 64,     /* blocks of a document that are looked at in vain */
	ROWS_APART = 3, /* rows with blank lines between them */
	NOTE_LINES = 6,
	LABEL_BYTES = 48
};

/* Blocks with a blank line between them, as many lines in each, from the first on: so many. */
static size_t
count_apart(const struct cellblock *b, size_t lines)
{
	size_t rows = 0, i;

	for (i = 0; i < b->n; i++) {
		if (i && (i % lines == 0) != (b->line[i].gap > 0))
			return b->line[i].gap ? i / lines : rows ? rows - 1 : 0;
		rows += i % lines == 0;
	}
	return i % lines ? i / lines : rows;
}

/* Notes below the table are none of its cells. */
static void
drop_notes(struct cellblock *b)
{
	size_t i, n = b->n;

	for (i = b->n; b->ended && i-- > 1 && b->n - i <= NOTE_LINES;)
		if (b->line[i].note)
			n = i;
	b->n = n;
}

/* The block ends at its first blank line, unless such stand between all lines, or all rows. */
static void
trim(struct cellblock *b)
{
	size_t i = 1, rows;

	if (b->n > 1 && b->line[1].gap) {
		while (i < b->n && b->line[i].gap)
			i++;
		b->ended |= i < b->n;
		b->n = i;
		return;
	}
	while (i < b->n && b->line[i].gap == 0)
		i++;
	if (i >= b->n) {
		drop_notes(b);
		return;
	}
	rows = i > 1 ? count_apart(b, i) : 0;
	b->period = rows >= ROWS_APART ? i : 0;
	b->n = rows >= ROWS_APART ? rows * i : i;
	b->ended = 1;
	if (!b->period)
		drop_notes(b);
}

/* How many lines the last row of P has. */
static size_t
last_row(const struct cycle_plan *p)
{
	size_t i = p->n;

	while (i && p->part[i - 1] != CYCLE_ROW)
		i--;
	return i ? p->n - i + 1 : 0;
}

/* Looks at the block that begins with the copied line. */
static int
begins(struct cycles *c, struct lines *in)
{
	struct cellblock b; /* large: its lines are set as far as they are read */
	size_t i;

	b.labelled = c->labelled;
	b.carried = c->period > 0;
	b.period = 0;
	cellblock_read(&b, in, slice_of(&c->copy));
	if (b.n == 0)
		return 0;
	trim(&b);
	b.period = b.carried ? c->period : b.period;
	cycleplan_fixed(&c->plan, &b);
	if (c->plan.n == 0)
		cyclewrap_plan(&c->plan, &b);
	for (i = 0; i < c->plan.n; i++)
		c->hash[i] = b.line[i].hash;
	c->next = 0;
	c->period = b.ended ? 0 : last_row(&c->plan);
	c->tries += c->plan.n == 0;
	return c->plan.n > 0;
}

static void
add_cell(struct cycles *c, struct slice text, int wraps, unsigned long line)
{
	struct buf *b;

	if (!wraps) {
		c->line[c->n] = line;
		buf_clear(&c->cell[c->n++]);
	}
	b = &c->cell[c->n - 1];
	if (wraps && b->n && text.n && (unsigned char)b->p[b->n - 1] < 0x80 && (unsigned char)*text.p < 0x80)
		buf_addc(b, ' '); /* between words of ASCII */
	buf_adds(b, text);
}

/* The names in the copied line. */
static void
cut_names(struct cycles *c)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	struct slice s = slice_of(&c->copy);
	size_t i, n = layout_words(blank_trim(s), WIDTH_WIDE, 1, at);

	s = blank_trim(s);
	c->n = 0;
	for (i = 0; i < n && i < CYCLE_CELLS; i++)
		add_cell(c, (struct slice){s.p + at[i].from, at[i].to - at[i].from}, 0, 0);
}

/* The lines of the row behind its first one. Returns the stream line behind them. */
static size_t
take_row(struct cycles *c, struct lines *in)
{
	size_t i = 0, more = 0, at = c->next;
	unsigned long below = 0;
	struct line l;

	c->n = 0;
	add_cell(c, blank_trim(slice_of(&c->copy)), 0, 0);
	while (at < c->plan.n && c->plan.part[at] >= CYCLE_CELL && peek_line(in, &i, &l)) {
		struct slice s = blank_trim(l.text);

		below++;
		buf_addc(&c->source, '\n');
		buf_adds(&c->source, l.text);
		if (s.n == 0)
			continue;
		add_cell(c, s, c->plan.part[at++] == CYCLE_WRAP, below);
		more = i;
	}
	c->next = at;
	return more;
}

static enum cycle_line
line_of(struct cycles *c, struct lines *in, struct slice *line, size_t *more)
{
	enum cycle_part part;

	*more = 0;
	if (c->plan.n == 0 && (c->refused || c->tries >= TRIES || !cellblock_may_begin(*line))) {
		c->refused = 1;
		return CYCLES_NONE;
	}
	buf_clear(&c->copy);
	buf_adds(&c->copy, *line);
	*line = slice_of(&c->copy);
	if (c->plan.n == 0 && !begins(c, in)) {
		c->refused = 1;
		return CYCLES_NONE;
	}
	if (hash_of(blank_trim(*line)) != c->hash[c->next]) { /* another filter of lines has taken some */
		cycles_end(c);
		return CYCLES_NONE;
	}
	part = (enum cycle_part)c->plan.part[c->next++];
	buf_clear(&c->source);
	buf_adds(&c->source, *line);
	if (part == CYCLE_ROW)
		*more = take_row(c, in);
	else if (part == CYCLE_NAMES)
		cut_names(c);
	if (c->next == c->plan.n)
		c->plan.n = 0;
	c->refused = c->plan.n || !c->period;
	return part == CYCLE_TITLE ? CYCLES_TEXT : part == CYCLE_NAMES ? CYCLES_NAMED : CYCLES_ROW;
}

enum cycle_line
cycles_line(struct cycles *c, struct lines *in, struct slice *line, size_t *more)
{
	enum cycle_line kind = line_of(c, in, line, more);

	c->labelled = kind == CYCLES_NONE && line->n <= LABEL_BYTES;
	return kind;
}

void
cycles_blank(struct cycles *c)
{
	c->refused = 0;
}

void
cycles_end(struct cycles *c)
{
	c->plan.n = c->period = 0;
	c->refused = c->labelled = 0;
}

void
cycles_begin(struct cycles *c)
{
	cycles_end(c);
	c->tries = 0;
}
