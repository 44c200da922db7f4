/* rowtext.c - the text of cells; see rowtext.h */
#include "stream/rowtext.h"

#include "base/blank.h"
#include "base/quote.h"
#include "stream/row.h"

struct slice
cell_says(struct rowtext *t, struct slice field)
{
	struct slice cell = unesc_tmp(&t->text, field);

	if (cell.n == 0 || *cell.p != '"')
		return cell;
	buf_clear(&t->plain);
	return cell_unquote(&t->plain, cell) ? slice_of(&t->plain) : cell;
}

void
row_says(struct rowtext *t, const struct rec *r, struct slice *first, struct slice *said)
{
	const struct row *row = rec_row(r);
	size_t i = 0;

	while (i < row->n && blank_field(row->cell[i]))
		i++;
	if (i == row->n)
		*said = (struct slice){r->rest.p, 0};
	else
		*said = row->has & (ROW_ESCAPE | ROW_QUOTE) ? cell_says(t, row->cell[i]) : row->cell[i];
	*first = i ? (struct slice){r->rest.p, 0} : *said;
}
