/* column.c - whether the cells of a column are dates; see date/column.h */
#include "date/column.h"

#include "date/win.h"
#include "stream/rec.h"
#include "words/columns.h"

void
date_columns_load(void)
{
	columns_load();
}

int
is_date_column(struct slice name)
{
	static struct datewin w;
	static struct buf tmp;
	struct slice s;
	size_t i;

	if (column_kind(name, (struct place){0}) != COL_DATE)
		return NOT_DATES;
	s = unesc_tmp(&tmp, name);
	win_begin(&w, s, 0);
	for (i = 0; win(&w, i); i++)
		if (win_is(&w, i, WORDS1(W_FISCAL)))
			return FISCAL_DATES;
	return DATES;
}
