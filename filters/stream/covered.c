/* covered.c - see covered.h */
#include "stream/covered.h"

#include "stream/row.h"

enum { COLUMN, TEXT, FROM, FIELDS };
enum { COLUMN_DIGITS = 7 }; /* more than a record has bytes for cells */

int
rec_covered(const struct rec *r, size_t *column, struct slice *text)
{
	const struct row *row = rec_row(r);
	struct slice digits = row->cell[COLUMN];
	size_t i;

	if (row->n != FIELDS || !slice_eq(row->cell[FROM], slice_z("above")) || digits.n > COLUMN_DIGITS || !is_utf8(r->rest))
		return 0;
	for (*column = i = 0; i < digits.n; i++) {
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return 0;
		*column = 10 * *column + (size_t)(digits.p[i] - '0');
	}
	*text = row->cell[TEXT];
	return *column > 0 && text->n > 0;
}
