/* cyclewrap.c - cells that wrap, one below the other; see cyclewrap.h */
#include "split/cyclewrap.h"

#include "split/cycleplan.h"
#include "split/wordtype.h"

enum { ROWS = 3, ROWS_MOST = 160, RUNS = CYCLE_CELLS };

struct cell_run {
	size_t from, n;
	int typed;
};

/* The runs that all rows have, and of how many lines those of words are. */
struct run_pattern {
	size_t n, cells, shortest[RUNS], longest[RUNS];
	int typed[RUNS];
};

struct wrapped {
	const struct cellblock *b;
	size_t first, body, names; /* the line of the first name, and of the first row; how many names */
	int in_line;
	size_t rows, start[ROWS_MOST + 1];
	struct run_pattern pattern;
};

static int
is_typed(const struct cell_line *l)
{
	return l->type != WORD_TEXT || l->state;
}

/* The runs of lines FROM to TO - 1; 0 if there are too many. */
static size_t
read_runs(const struct cellblock *b, size_t from, size_t to, struct cell_run *run)
{
	size_t i, n = 0;

	for (i = from; i < to; i++) {
		int typed = is_typed(&b->line[i]);

		if (n && run[n - 1].typed == typed) {
			run[n - 1].n++;
			continue;
		}
		if (n == RUNS)
			return 0;
		run[n++] = (struct cell_run){i, 1, typed};
	}
	return n;
}

/* Where rows begin: numbers that follow each other, of one form, with a line between at least. */
static size_t
find_rows(struct wrapped *w, size_t body)
{
	const struct cell_line *line = w->b->line, *first = &line[body];
	size_t i;

	w->body = body;
	w->rows = 0;
	for (i = body; i < w->b->n && w->rows < ROWS_MOST; i++)
		if (line[i].form == first->form && line[i].number == first->number + w->rows && (w->rows == 0 || i - w->start[w->rows - 1] > 1))
			w->start[w->rows++] = i;
	w->start[w->rows] = w->b->n;
	return w->rows;
}

/* The runs of all rows but the last, if they are alike. */
static int
find_pattern(struct wrapped *w)
{
	struct run_pattern *p = &w->pattern;
	struct cell_run run[RUNS];
	size_t i, k, n;

	for (i = 0; i + 1 < w->rows; i++) {
		n = read_runs(w->b, w->start[i], w->start[i + 1], run);
		if (n == 0 || (i && n != p->n))
			return 0;
		p->n = n;
		for (k = 0; k < n; k++) {
			if (i == 0) {
				p->typed[k] = run[k].typed;
				p->shortest[k] = p->longest[k] = run[k].n;
			}
			if (run[k].typed != p->typed[k] || (run[k].typed && run[k].n != p->longest[k]))
				return 0;
			p->shortest[k] = run[k].n < p->shortest[k] ? run[k].n : p->shortest[k];
			p->longest[k] = run[k].n > p->longest[k] ? run[k].n : p->longest[k];
		}
	}
	p->cells = 0;
	for (k = 0; k < p->n; k++)
		p->cells += p->typed[k] ? p->longest[k] : 1;
	return p->n > 1;
}

/* The last RUN of the last row, with more text behind it, ends with the line below its first sentence, if those of the other
 * rows do. */
static int
cut_at_sentence(struct wrapped *w, const struct cell_run *run)
{
	size_t i, k;

	for (i = 0; i + 1 < w->rows; i++)
		if (w->start[i + 1] - w->start[i] < 3 || !w->b->line[w->start[i + 1] - 2].stop)
			return 0;
	for (k = 0; k + 1 < run->n && !w->b->line[run->from + k].stop; k++)
		;
	w->start[w->rows] = run->from + k + 2;
	return k + 1 < run->n;
}

/* The last row ends where its runs are complete; what stands behind it is no part of the table. */
static int
cut_last(struct wrapped *w, int loose)
{
	const struct run_pattern *p = &w->pattern;
	size_t last = p->n - 1, n, k, i;
	struct cell_run run[RUNS];

	n = read_runs(w->b, w->start[w->rows - 1], w->b->n, run);
	if (n < p->n)
		return 0;
	for (k = 0; k < p->n; k++)
		if (run[k].typed != p->typed[k] || (p->typed[k] && k < last && run[k].n != p->longest[k]))
			return 0;
	if (p->shortest[last] == p->longest[last] && run[last].n >= p->longest[last])
		run[last].n = p->longest[last];
	else if (loose || n > p->n)
		return cut_at_sentence(w, &run[last]);
	for (i = 0; i < run[last].n; i++)
		if (w->b->line[run[last].from + i].note)
			run[last].n = i;
	w->start[w->rows] = run[last].from + run[last].n;
	return run[last].n > 0;
}

/* Where the second cell of RUN begins, if it holds two: lines behind its start; 0 if that is not seen. */
static size_t
second_cell(const struct cellblock *b, const struct cell_run *run)
{
	size_t i;

	for (i = run->n; i-- > 1;)
		if (b->line[run->from + i - 1].stop)
			return i;
	return 0;
}

/* The one run that holds two cells; RUNS if it is not clear which one. */
static size_t
find_double(const struct wrapped *w)
{
	const struct run_pattern *p = &w->pattern;
	size_t i, k, found = RUNS;

	for (k = 0; k < p->n; k++) {
		int two = !p->typed[k] && p->shortest[k] == 2 && p->longest[k] == 2, ends = !p->typed[k] && p->shortest[k] > 1;

		for (i = 0; i < w->rows && ends && !two; i++) {
			struct cell_run run[RUNS];

			ends = read_runs(w->b, w->start[i], w->start[i + 1], run) && second_cell(w->b, &run[k]) > 0;
		}
		if (!two && !ends)
			continue;
		if (found != RUNS)
			return RUNS;
		found = k;
	}
	return found;
}

static void
write_row(struct cycle_plan *plan, const struct wrapped *w, size_t row, size_t doubled)
{
	struct cell_run run[RUNS];
	size_t k, i, n = read_runs(w->b, w->start[row], w->start[row + 1], run);

	for (k = 0; k < n; k++)
		for (i = 0; i < run[k].n; i++)
			plan->part[run[k].from + i] = run[k].typed || i == 0 ? CYCLE_CELL : CYCLE_WRAP;
	if (doubled < n) {
		i = w->pattern.longest[doubled] == 2 && w->pattern.shortest[doubled] == 2 ? 1 : second_cell(w->b, &run[doubled]);
		plan->part[run[doubled].from + i] = CYCLE_CELL;
	}
	plan->part[w->start[row]] = CYCLE_ROW;
}

static void
write_plan(struct cycle_plan *plan, const struct wrapped *w, size_t doubled)
{
	size_t i;

	for (i = 0; i < w->first; i++)
		plan->part[i] = CYCLE_TITLE;
	for (; i < w->body; i++)
		plan->part[i] = w->in_line ? CYCLE_NAMES : i == w->first ? CYCLE_ROW : CYCLE_CELL;
	for (i = 0; i < w->rows; i++)
		write_row(plan, w, i, doubled);
	plan->n = w->start[w->rows];
}

/* The names above the rows: in the line above, or one a line from FIRST on. */
static int
find_names(struct wrapped *w, size_t first)
{
	const struct cell_line *above = &w->b->line[w->body - 1];

	w->first = first;
	w->in_line = first + 1 == w->body && above->names;
	w->names = w->in_line ? above->words : w->body - first;
	return w->names > 2 && w->names <= CYCLE_CELLS && (w->in_line || cycleplan_are_names(w->b, first, w->body));
}

static int
is_rows(struct wrapped *w, size_t *doubled)
{
	size_t cells = w->pattern.cells;

	*doubled = RUNS;
	if (w->names == cells)
		return 1;
	if (w->names != cells + 1)
		return 0;
	*doubled = find_double(w);
	return *doubled < RUNS;
}

static int
has_types(const struct run_pattern *p)
{
	size_t k, typed = 0;

	for (k = 1; k < p->n; k++)
		typed += (size_t)p->typed[k];
	return typed > 0;
}

void
cyclewrap_plan(struct cycle_plan *plan, const struct cellblock *b)
{
	struct wrapped w = {.b = b};
	size_t body, first, doubled, ways = 0;
	int loose = b->n > 1 && b->line[1].gap;

	plan->n = 0;
	for (body = 1; body < b->n && body <= CYCLE_TITLES + CYCLE_CELLS && !b->line[body].number; body++)
		;
	if (body >= b->n || b->period || !b->ended || !b->line[body].number || find_rows(&w, body) < ROWS)
		return;
	if (!find_pattern(&w) || !has_types(&w.pattern) || !cut_last(&w, loose))
		return;
	for (first = body; first-- > 0 && body - first <= CYCLE_CELLS;)
		if (first <= CYCLE_TITLES && find_names(&w, first) && is_rows(&w, &doubled) && ways++ == 0)
			write_plan(plan, &w, doubled);
	if (ways != 1)
		plan->n = 0;
}
