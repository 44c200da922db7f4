/* note.c - the statuses of a row, the grade of a legend's entry; see status/note.h */
#include "status/note.h"

#include "base/check.h"
#include "stream/covered.h"
#include "stream/matchlimit.h"
#include "stream/row.h"
#include "status/box.h"
#include "status/cache.h"
#include "status/legend.h"
#include "status/mark.h"
#include "status/notes.h"
#include "status/spelled.h"

void
statusnote_legend(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};
	struct grade g;

	if (!legends_grade(r, &g))
		return;
	notes_grade(r->line, g.code, g.rank);
	if (g.code.n == 0)
		notes_warn(MSG_UNKNOWN_MEANING, at, g.mark, (struct slice){"", 0});
}

/* The cell's status, which is KEPT. */
static struct slice
asked_again(const struct statuscell *cell, const struct buf *left, struct slice kept)
{
	int alone;
	struct slice status = statusmark(cell, left, &alone);

	check_same(slice_eq(status, kept), "a kept status", cell->raw);
	return status;
}

/* The cell's status, from what is kept of cells like it where possible. Kept is what came to one status, or to
 * none, without a warning, and without a look at other cells. EDITION is that of the header. */
static struct slice
status_of(const struct statuscell *cell, const struct buf *left, unsigned long edition)
{
	size_t warned = notes_warned();
	unsigned long hit = limits_hit();
	struct cachekey key = {
		cell->raw, legends_version() + spelled_version(), edition, cell->column,
		cell->c->class == MARK_DIGIT && cell->c->defined,
	};
	struct slice status;
	uint64_t same;
	int alone;

	if (cell->raw.n == 0 || cell->raw.n > CACHED_BYTES || !legends_settled(cell->at.line))
		return statusmark(cell, left, &alone);
	if (cache_get(&key, &status, &same)) {
		if (CHECKS)
			return asked_again(cell, left, status);
		if (status.n)
			notes_status(cell->at.line, cell->column, cell->raw, status, same);
		return status;
	}
	status = statusmark(cell, left, &alone);
	if (alone && notes_warned() == warned && limits_hit() == hit)
		cache_put(&key, status);
	return status;
}

void
statusnote_text(const struct rec *r, const char *file)
{
	static const struct buf none;
	static struct statuscol column;
	struct statuscell cell = {.c = &column, .row = r, .at = {file, r->line, 0}};
	size_t from = boxes_in_line(r->rest, cell.at);
	int alone;

	if (from == r->rest.n)
		return;
	cell.raw = (struct slice){r->rest.p + from, r->rest.n - from};
	statusmark(&cell, &none, &alone);
}

static int
is_column(const struct statuscols *t, size_t i)
{
	return t->c[i].verdict == IS_STATUS || t->c[i].verdict == UNDEFINED;
}

void
statusnote_row(struct statuscols *t, const struct rec *r, const char *file)
{
	static struct buf left;
	struct statuscell cell = {.row = r, .at = {file, r->line, 0}};
	const struct row *row;
	size_t i, n = t->n;

	while (n && !is_column(t, n - 1)) /* most often few columns of a table hold a status */
		n--;
	if (n == 0)
		return;
	row = rec_row(r);
	buf_clear(&left);
	for (i = 0; i < n && i < row->n; i++) {
		struct slice status;

		if (!is_column(t, i))
			continue;
		cell.raw = row->cell[i];
		cell.c = &t->c[i];
		cell.column = i + 1;
		status = status_of(&cell, &left, t->edition);
		buf_clear(&left);
		buf_adds(&left, status);
		buf_clear(&cell.c->above);
		buf_adds(&cell.c->above, status);
	}
}

void
statusnote_covered(struct statuscols *t, const struct rec *r, const char *file)
{
	static const struct buf none;
	struct statuscell cell = {.row = r, .at = {file, r->line, 0}};

	if (!rec_covered(r, &cell.column, &cell.raw) || cell.column > t->n || !is_column(t, cell.column - 1))
		return;
	cell.c = &t->c[cell.column - 1];
	status_of(&cell, &none, t->edition);
}
