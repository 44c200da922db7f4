/* sheet.c - sheets of labels and values; see sheet.h */
#include "split/sheet.h"

#include <string.h>

#include "base/blank.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "split/layout.h"
#include "split/peek.h"
#include "words/columns.h"

enum {
	LINES = 64, BYTES = 16 * 1024, /* of a sheet */
	AHEAD = 160,     /* lines among which the next one is looked for */
	TRIES = 16,      /* blocks without one in a row: the document has none, or no more */
	COME_AGAIN = 3,  /* labels that have to */
	ONCE = 4,        /* labels of a sheet that stands alone */
	LABEL_CHARS = 20
};

/* What a block of lines comes to. */
struct label_pairs {
	size_t lines, n;
	size_t twice;    /* labels that another one is like */
	uint32_t labels; /* a hash of all, in order */
	uint32_t first;  /* a hash of the values in the first line */
};

/* The next cell of *LINE, without blanks; what is left of the line stays in it. */
static struct slice
next_cell(struct slice *line)
{
	const char *tab = line->n ? memchr(line->p, '\t', line->n) : NULL;
	struct slice cell = {line->p, tab ? (size_t)(tab - line->p) : line->n};

	*line = slice_behind(*line, cell.n + (tab != NULL));
	return blank_trim(cell);
}

static int
is_label(struct slice s)
{
	return s.n && !(s.p[0] >= '0' && s.p[0] <= '9') && *s.p != '"' && utf8_count(s.p, s.n) <= LABEL_CHARS && layout_may_be_name(s);
}

/* LINE without the tabs and blanks at its end. */
static struct slice
ended(struct slice line)
{
	while (line.n && strchr("\t \r", line.p[line.n - 1]))
		line.n--;
	return line;
}

/* Counts the pairs of LINE; 0 if it has none. */
static int
count_pairs(struct label_pairs *p, struct slice line)
{
	if (!memchr(line.p, '\t', line.n))
		return 0;
	for (line = ended(line); line.n; p->n++) {
		struct slice label = next_cell(&line), value = next_cell(&line);

		if (!is_label(label) || (value.n && *value.p == '"'))
			return 0;
		p->labels = 31 * p->labels + hash_of(label);
		if (p->lines == 0)
			p->first = 31 * p->first + hash_of(value);
	}
	p->lines++;
	return 1;
}

static int
is_between(struct slice line)
{
	return line.n == 0 || !memchr(line.p, '\t', line.n) || *line.p == '\f';
}

static int
has_label(const struct records *r, struct slice label)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (slice_eq(slice_of(&r->field[i].label), label))
			return 1;
	return 0;
}

/* Labels that stand twice are few: 所管課 and another one. Those of a list, whose first cells come again, are many. */
static int
are_apart(const struct records *r, const struct label_pairs *p)
{
	return 4 * p->twice <= r->n;
}

/* The pairs of LINE, BELOW the first line of the sheet, become fields; 0 if there are too many. */
static int
add_pairs(struct records *r, struct label_pairs *p, struct slice line, unsigned long below)
{
	if (below)
		buf_addc(&r->source, '\n');
	buf_adds(&r->source, line);
	for (line = ended(line); line.n; r->n++) {
		struct slice label = next_cell(&line), value = next_cell(&line);
		struct field_text *f = &r->field[r->n];

		if (r->n == RECORD_FIELDS)
			return 0;
		p->twice += (size_t)has_label(r, label);
		buf_clear(&f->label);
		buf_adds(&f->label, label);
		buf_clear(&f->value);
		buf_adds(&f->value, value);
		f->line = below;
	}
	return 1;
}

/* The lines from LINE to the end of the block. Returns the stream line behind them, or (size_t)-1 if they are no pairs. */
static size_t
read_block(struct records *r, struct lines *in, struct slice line, struct label_pairs *p)
{
	struct line l;
	size_t i = 0, end = 0;

	*p = (struct label_pairs){0};
	r->n = 0;
	buf_clear(&r->source);
	if (!count_pairs(p, line) || !add_pairs(r, p, line, 0))
		return (size_t)-1;
	for (; peek_line(in, &i, &l) && !is_between(l.text); end = i)
		if (p->lines == LINES || r->source.n > BYTES || !count_pairs(p, l.text) || !add_pairs(r, p, l.text, (unsigned long)p->lines - 1))
			return (size_t)-1;
	return end;
}

/* Another block with the labels of P stands behind stream line I, and other values beside the first of them. */
static int
comes_again(struct lines *in, size_t i, const struct label_pairs *p)
{
	struct label_pairs q = {0};
	struct line l;
	size_t lines;
	int pairs = 1;

	for (lines = 0; lines < AHEAD && peek_line(in, &i, &l); lines++) {
		if (!is_between(l.text)) {
			pairs = pairs && count_pairs(&q, l.text);
			continue;
		}
		if (pairs && q.n == p->n && q.labels == p->labels)
			break;
		q = (struct label_pairs){0};
		pairs = 1;
	}
	return pairs && q.n == p->n && q.labels == p->labels && q.first != p->first;
}

static int
is_name(struct slice s, enum column *kind)
{
	*kind = s.n ? column_kind(s, (struct place){"sheet.c", 0, 0}) : COL_NONE;
	return *kind > COL_DATA && *kind != COL_STATE;
}

/* A value that could head a column as well; years are values as often. */
static int
may_head(struct slice s)
{
	enum column kind;

	return is_name(s, &kind) && kind != COL_PERIOD;
}

/* It needs no other one beside it: it names a thing, and most labels, but hardly a value, are called as columns are. BEGUN: below
 * another one, whose thing it goes on about, if all labels are. */
static int
stands_alone(const struct records *r, int begun)
{
	size_t i, labels = 0, values = 0, filled = 0, names = 0, beside = 0;
	enum column kind;

	if (r->n < ONCE && !begun)
		return 0;
	columns_load();
	for (i = 0; i < r->n; i++) {
		size_t value = (size_t)may_head(slice_of(&r->field[i].value));

		values += value;
		beside += r->field[i].line == 0 ? value : 0;
		labels += (size_t)is_name(slice_of(&r->field[i].label), &kind);
		names += kind == COL_NAME || kind == COL_ITEM;
		filled += r->field[i].value.n > 0;
	}
	if (beside || 4 * values > r->n || 2 * filled < r->n)
		return 0;
	return names && r->n >= ONCE ? 4 * labels >= 3 * r->n : begun && labels == r->n;
}

int
sheet_line(struct labelsheet *s, struct lines *in, struct slice *line, size_t *more)
{
	struct records *r = &s->row;
	struct label_pairs p;

	if (s->tries >= TRIES)
		return 0;
	buf_clear(&r->copy);
	buf_adds(&r->copy, *line);
	*line = slice_of(&r->copy);
	*more = read_block(r, in, *line, &p);
	if (*more == (size_t)-1 || p.lines < 2 || !are_apart(r, &p) ||
	    !(stands_alone(r, s->labels != 0) || (r->n >= COME_AGAIN && (p.labels == s->labels || comes_again(in, *more, &p))))) {
		s->tries++;
		return 0;
	}
	s->labels = p.labels;
	s->tries = 0;
	return 1;
}

void
sheet_forget(struct labelsheet *s)
{
	s->labels = 0;
	s->tries = 0;
}
