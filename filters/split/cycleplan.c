/* cycleplan.c - cells in a fixed cycle of lines; see cycleplan.h */
#include "split/cycleplan.h"

#include <string.h>

#include "split/wordtype.h"

enum {
	CYCLES = 3,     /* rows, at least */
	OF_GRADES = 2,  /* but of grades and the sentences that say what they mean, below two names */
	OF_PAIRS = 4,   /* and where there are but two cells in each */
	EVEN_CHARS = 8, /* cells as wide as each other from this on: lines that were filled, not cells */
	REPEATS = 4     /* rows of which the values of a column come again */
};

int
cycleplan_are_names(const struct cellblock *b, size_t from, size_t to)
{
	size_t i, k;

	for (i = from; i < to; i++) {
		if (!b->line[i].name || b->line[i].number || b->line[i].note)
			return 0;
		for (k = from; k < i; k++)
			if (b->line[k].hash == b->line[i].hash)
				return 0;
	}
	return 1;
}

/* One way to read the block: rows of P lines from BODY on, below names or not. */
struct cycle_reading {
	size_t first, body, p, rows, rest;
	enum { NAMES_NONE, NAMES_IN_LINE, NAMES_IN_LINES } names;
	int numbered;
};

static const struct cell_line *
cell(const struct cellblock *b, const struct cycle_reading *r, size_t row, size_t column)
{
	return &b->line[r->body + row * r->p + column];
}

static int
is_typed(const struct cell_line *l)
{
	return l->type != WORD_TEXT || l->state;
}

/* What the cells of a column are. */
struct cycle_column {
	size_t typed, filled, marks, states, again, stops, several;
	size_t shortest, longest;
	int wide, words; /* words: all of them are of no type */
};

static struct cycle_column
look(const struct cellblock *b, const struct cycle_reading *r, size_t k)
{
	struct cycle_column c = {.shortest = (size_t)-1};
	size_t i, j;

	for (i = 0; i < r->rows; i++) {
		const struct cell_line *l = cell(b, r, i, k);
		int again = 0;

		c.typed += (size_t)is_typed(l);
		c.filled += is_typed(l) && l->type != WORD_DASH;
		c.marks += l->type == WORD_GRADE;
		c.states += l->state;
		c.stops += l->stop;
		c.several += l->type == WORD_FIGURE && l->words > 1 && !l->number;
		c.wide |= l->wide;
		c.shortest = l->chars < c.shortest ? l->chars : c.shortest;
		c.longest = l->chars > c.longest ? l->chars : c.longest;
		for (j = 0; j < i && !again; j++)
			again = cell(b, r, j, k)->hash == l->hash;
		c.again += (size_t)again;
	}
	c.words = c.typed == 0;
	return c;
}

/* The lines of a paragraph are as long as each other, those of cells by chance at most. */
static int
is_filled(const struct cycle_column *c)
{
	return c->words && c->shortest >= EVEN_CHARS && c->longest - c->shortest <= 1 && c->again == 0;
}

static int
counts_rows(const struct cellblock *b, const struct cycle_reading *r)
{
	size_t i;

	for (i = 0; i < r->rows; i++)
		if (cell(b, r, i, 0)->number != cell(b, r, 0, 0)->number + i || cell(b, r, i, 0)->form != cell(b, r, 0, 0)->form)
			return 0;
	return cell(b, r, 0, 0)->number > 0;
}

/* A name stands above each typed column that is none of these itself. */
static int
contrasts(const struct cellblock *b, const struct cycle_reading *r)
{
	size_t k;

	for (k = 0; r->names == NAMES_IN_LINES && k < r->p; k++)
		if (is_typed(&b->line[r->first + k]))
			return 0;
	return 1;
}

/* Do the rows of R prove themselves? */
static int
is_proved(const struct cellblock *b, const struct cycle_reading *r)
{
	size_t k, proofs = 0, strong = 0, different = 0, filled = 0, mixed = 0;
	int known = r->names || r->numbered || b->carried;

	for (k = 0; k < r->p; k++) {
		struct cycle_column c = look(b, r, k);

		if (c.typed == r->rows && c.filled) {
			proofs += !(k == 0 && r->numbered);
			strong += c.marks + c.states == c.filled;
		} else if (c.typed && 2 * c.typed < r->rows + 1 && c.marks) {
			return 0; /* grades here and there: the cycle is another */
		} else if (c.again * 2 >= r->rows && r->rows >= REPEATS && known && !c.stops) {
			proofs++;
		}
		if (c.several)
			return 0; /* several cells in a line */
		mixed += c.typed && c.typed < r->rows;
		if (c.stops == 1 && cell(b, r, r->rows - 1, k)->stop)
			return 0; /* a sentence behind the table */
		if (c.stops + 1 == r->rows && !cell(b, r, 0, k)->stop && cell(b, r, 0, k)->name)
			return 0; /* a name above sentences */
		filled += k + 1 < r->p && is_filled(&c);
		different += c.again == 0 && c.wide && c.filled * 2 <= r->rows;
	}
	if (r->p == 2 && (!strong || (!known && r->rows < OF_PAIRS)))
		return 0;
	if (mixed && !strong) /* figures here and there: nothing shows that these columns are what they seem */
		return 0;
	return proofs && different && (known || !filled);
}

/* Behind the table, what stands there is no part of it: no line of a type, and not the next number. */
static int
is_parted(const struct cellblock *b, const struct cycle_reading *r)
{
	size_t i, end = r->body + r->rows * r->p;
	const struct cell_line *first = cell(b, r, 0, 0);

	if (!b->ended) /* they go on */
		return 1;
	if (r->numbered && r->rest && b->line[end].form == first->form && b->line[end].number == first->number + r->rows)
		return 0;
	for (i = end; i < b->n && i < end + r->p; i++)
		if (is_typed(&b->line[i]))
			return 0;
	return 1;
}

/* So many rows at least. */
static size_t
least_rows(const struct cellblock *b, const struct cycle_reading *r)
{
	const struct cell_line *grade = &b->line[r->body], *next = grade + 2;
	int scale = r->names == NAMES_IN_LINES && r->p == 2 && r->body + 4 <= b->n && grade->type == WORD_GRADE && next->type == WORD_GRADE;

	return scale && grade[1].stop && next[1].stop ? OF_GRADES : CYCLES;
}

/* A row is no row of the table without what proves it: how many of those that there is room for hold. */
static int
fits(const struct cellblock *b, struct cycle_reading *r, int loose)
{
	size_t room = (b->n - r->body) / r->p;

	r->rows = room;
	r->numbered = room && counts_rows(b, r);
	if (loose && !is_proved(b, r)) /* what stands behind the table is not parted from it */
		while (r->rows > least_rows(b, r)) {
			r->rows--;
			r->numbered = counts_rows(b, r);
			if (is_proved(b, r))
				break;
		}
	r->rest = b->n - r->body - r->rows * r->p;
	return r->rows >= least_rows(b, r) && contrasts(b, r) && is_parted(b, r) && is_proved(b, r);
}

/* What R is worth; two that are worth as much, and begin elsewhere, leave it open. A row begins with what names it. */
static int
worth(const struct cellblock *b, const struct cycle_reading *r)
{
	int named = r->numbered || !is_typed(cell(b, r, 0, 0));

	return 8 * (r->names != NAMES_NONE) + 4 * r->numbered + 2 * named + (r->rest == 0);
}

/* The rows begin with a grade, another one each: as many names as a row has cells stand above the first. */
static int
grades_rows(const struct cellblock *b, const struct cycle_reading *r)
{
	struct cycle_column c = look(b, r, 0);

	return c.marks == r->rows && c.again == 0;
}

static int
is_allowed(const struct cellblock *b, const struct cycle_reading *r, int whole)
{
	int known = r->names || r->numbered || b->carried;

	if (!whole && r->names == NAMES_IN_LINES && !r->numbered && !grades_rows(b, r) && (r->first ? b->line[r->first - 1].name : b->labelled))
		return 0; /* where they begin is not known */
	if (!whole)
		return known;
	return known ? r->rest < r->p : r->rest == 0 && r->first == 0;
}

static void
write_plan(struct cycle_plan *p, const struct cycle_reading *r)
{
	size_t i, rows = r->rows * r->p;

	for (i = 0; i < r->first; i++)
		p->part[i] = CYCLE_TITLE;
	if (r->names == NAMES_IN_LINE)
		p->part[i++] = CYCLE_NAMES;
	for (; i < r->body; i++)
		p->part[i] = i == r->first ? CYCLE_ROW : CYCLE_CELL;
	for (; i < r->body + rows; i++)
		p->part[i] = (i - r->body) % r->p ? CYCLE_CELL : CYCLE_ROW;
	p->n = i;
}

/* Takes R into *BEST, if it is worth more; *OPEN: another is worth as much. */
static void
choose(struct cycle_reading *best, int *open, const struct cycle_reading *r, const struct cellblock *b)
{
	int old = best->rows ? worth(b, best) : -1, new = worth(b, r);

	if (new > old) {
		*best = *r;
		*open = 0;
	} else if (new == old && (r->p % best->p || (r->body + r->p * best->p - best->body) % best->p)) {
		*open = 1;
	}
}

void
cycleplan_fixed(struct cycle_plan *p, const struct cellblock *b)
{
	struct cycle_reading best = {0}, r;
	size_t s, n;
	int names, open = 0, loose = b->n > 1 && b->line[1].gap;

	p->n = 0;
	for (s = 0; s <= (b->carried ? 0 : CYCLE_TITLES) && s < b->n; s++)
		for (n = b->period ? b->period : 2; n <= (b->period ? b->period : CYCLE_CELLS) && s + CYCLES * n <= b->n; n++)
			for (names = NAMES_NONE; names <= (b->carried ? NAMES_NONE : NAMES_IN_LINES); names++) {
				r = (struct cycle_reading){.first = s, .p = n};
				r.names = names == NAMES_NONE ? NAMES_NONE : names == NAMES_IN_LINE ? NAMES_IN_LINE : NAMES_IN_LINES;
				r.body = s + (names == NAMES_IN_LINE ? 1 : names == NAMES_IN_LINES ? n : 0);
				if (names == NAMES_IN_LINE && !(b->line[s].names && b->line[s].words == n))
					continue;
				if (names == NAMES_IN_LINES && !cycleplan_are_names(b, s, s + n))
					continue;
				if (r.body + least_rows(b, &r) * n <= b->n && fits(b, &r, loose) && is_allowed(b, &r, !loose && b->ended))
					choose(&best, &open, &r, b);
			}
	if (best.rows && !open)
		write_plan(p, &best);
}
