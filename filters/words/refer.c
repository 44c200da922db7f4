/* refer.c - cells that say what another one says; see words/refer.h */
#include "words/refer.h"

#include <string.h>

#include "words/columns.h"
#include "words/phrases.h"

enum { LONGEST = 80 }; /* bytes of a cell that refers to another one, with a remark */

enum whither { ITSELF, ABOVE, LEFT };

static enum whither
whither(struct refer *t, struct slice cell)
{
	uint32_t first = cell.n ? label_first(cell) : 0;

	if (cell.n == 0 || cell.n > LONGEST || memchr(cell.p, '\\', cell.n) || (first && !phrase_may_begin(PHRASE_REFERS, first)) || !is_utf8(cell))
		return ITSELF;
	buf_clear(&t->text);
	label_fold(&t->text, cell);
	if (!phrase_at(PHRASE_REFERS, slice_of(&t->text), 0))
		return ITSELF;
	return re_group(phrase(PHRASE_REFERS), 1).n ? LEFT : ABOVE;
}

void
refer_begin(struct refer *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		buf_clear(&t->above[i]);
}

static struct buf *
above(struct refer *t, size_t i)
{
	if (i >= t->n) {
		t->above = erealloc(t->above, (i + 1) * sizeof(*t->above));
		while (t->n <= i)
			t->above[t->n++] = (struct buf){0};
	}
	return &t->above[i];
}

struct slice
refer_cell(struct refer *t, const struct row *row, size_t i)
{
	struct slice cell = row->cell[i];
	struct buf *said = above(t, i);

	switch (whither(t, cell)) {
	case ABOVE:
		return said->n ? slice_of(said) : cell;
	case LEFT:
		if (i == 0 || row->cell[i - 1].n == 0 || t->above[i - 1].n == 0)
			return cell;
		cell = slice_of(&t->above[i - 1]); /* it was asked for before this one */
		break;
	case ITSELF:
		break;
	}
	if (cell.n) {
		buf_clear(said);
		buf_adds(said, cell);
	}
	return cell;
}
