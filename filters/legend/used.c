/* used.c - which marks and words stand in cells; see legend/used.h */
#include "legend/used.h"

#include <string.h>

#include "base/blank.h"
#include "base/fold.h"
#include "base/hash.h"
#include "legend/grid.h"
#include "legend/rules.h"
#include "stream/row.h"
#include "words/columns.h"
#include "words/marks.h"

/* How many different cells are kept; bytes of one; columns whose names are looked at. */
enum { CELLS_MAX = 2048, SLOTS = 4 * CELLS_MAX, LONGEST = 60, COLUMNS = 64 };

static struct {
	struct used {
		size_t from, n; /* in the text */
		unsigned long cell, state; /* the last line with it, as USED_IN_CELL and as USED_AS_STATE */
	} v[CELLS_MAX];
	size_t n;
	unsigned short slot[SLOTS]; /* 1 + the index in v */
	struct buf text;
	struct buf key, plain, folded; /* scratch, */
	struct fields f;               /* too */

	/* The table that the records so far have left us in. */
	int inside, is_legend;
	unsigned long line;
	char states[COLUMNS]; /* the columns that have states */
} all;

void
used_reset(void)
{
	all.n = 0;
	buf_clear(&all.text);
	memset(all.slot, 0, sizeof(all.slot));
	all.inside = 0;
}

/* The slot of KEY, or that in which it would be. */
static unsigned short *
slot_of(struct slice key)
{
	size_t i = hash_of(key) % SLOTS;

	for (; all.slot[i]; i = (i + 1) % SLOTS) {
		const struct used *u = &all.v[all.slot[i] - 1];

		if (slice_eq((struct slice){all.text.p + u->from, u->n}, key))
			break;
	}
	return &all.slot[i];
}

unsigned
used_as(struct slice key, unsigned long line)
{
	unsigned short i = *slot_of(key);
	const struct used *u = &all.v[i ? i - 1 : 0];

	return i ? (u->cell > line ? USED_IN_CELL : 0U) | (u->state > line ? USED_AS_STATE : 0U) : 0;
}

static void
add(struct slice text, unsigned as)
{
	struct buf *key = &all.key;
	unsigned short *slot;

	buf_clear(key);
	mark_key(key, text);
	if (key->n == 0 || key->n > LONGEST)
		return;
	slot = slot_of(slice_of(key));
	if (*slot == 0) {
		if (all.n == CELLS_MAX)
			return;
		all.v[all.n] = (struct used){all.text.n, key->n, 0, 0};
		buf_adds(&all.text, slice_of(key));
		*slot = (unsigned short)++all.n;
	}
	if (as & USED_IN_CELL)
		all.v[*slot - 1].cell = all.line;
	if (as & USED_AS_STATE)
		all.v[*slot - 1].state = all.line;
}

/* A cell: all of it, the mark that it begins with, or what stands before a remark in brackets. */
static void
see_cell(struct slice cell, unsigned as)
{
	enum mark_class class;
	struct slice s;
	const char *bracket;
	size_t n;

	if (cell.n == 0 || cell.n > 3 * LONGEST || !is_utf8(cell))
		return;
	buf_clear(&all.folded);
	fold(&all.folded, unesc_tmp(&all.plain, cell));
	s = slice_of(&all.folded);
	add(s, as);
	n = mark_at(s, &class);
	if (n && n < s.n && blank_at((struct slice){s.p + n, s.n - n}))
		add((struct slice){s.p, n}, as);
	bracket = memchr(s.p, '(', s.n);
	if (bracket && bracket > s.p)
		add((struct slice){s.p, (size_t)(bracket - s.p)}, as);
}

static int
has_states(struct slice name)
{
	struct named_role r;

	columns_load();
	r = column_role(name, legend_at);
	return r.role == ROLE_STATUS || r.role == ROLE_PRIORITY || r.kind == COL_STATUS || r.kind == COL_PROGRESS;
}

/* The first row of a table: the names of its columns, if it has them. */
static void
see_header(const struct row *row)
{
	size_t i;

	all.inside = 1;
	all.is_legend = grid_is_header(row->cell, row->n);
	memset(all.states, 0, sizeof(all.states));
	for (i = 0; i < row->n && i < COLUMNS; i++)
		all.states[i] = is_utf8(row->cell[i]) && has_states(row->cell[i]);
}

static void
see_row(const struct row *row)
{
	size_t i;

	for (i = 0; i < row->n && !all.is_legend; i++)
		see_cell(row->cell[i], (i ? USED_IN_CELL : 0U) | (i < COLUMNS && all.states[i] ? USED_AS_STATE : 0U));
}

/* An earlier run has made entries of a row: they were its cells. */
static void
see_entry(const struct rec *r)
{
	const struct fields *f = &all.f;

	if (rec_fields(r, &all.f) < LEGEND_FIELDS || f->f[LEGEND_SEP].n < 2 || memcmp(f->f[LEGEND_SEP].p, "\\t", 2) != 0)
		return;
	see_cell(f->f[LEGEND_MARK], f->f[LEGEND_BEFORE].n ? USED_IN_CELL : 0);
	see_cell(f->f[LEGEND_MEANING], USED_IN_CELL);
}

void
used_see(const struct rec *r)
{
	all.line = r->line;
	if (r->kind == K_COLS || (r->kind == K_NAMES && r->rest.n) || (r->kind == K_ROW && !all.inside))
		see_header(rec_row(r));
	if (r->kind == K_ROW)
		see_row(rec_row(r));
	else if (r->kind == K_LEGEND)
		see_entry(r);
	else if (is_text_kind(r->kind) && r->kind != K_RULE && r->kind != K_COLS && r->kind != K_NAMES)
		all.inside = 0;
}
