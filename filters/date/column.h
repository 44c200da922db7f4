/*
 * column.h - whether the cells of a column are dates
 *
 * The roles of columns are table's to decide (tanzaku(5), roles); until they stand in the stream, the name of the
 * column tells. This is the only place that asks.
 */
#ifndef TZ_DATE_COLUMN_H
#define TZ_DATE_COLUMN_H

#include "base/buf.h"

void date_columns_load(void);
/* NOT_DATES, DATES or FISCAL_DATES (date/win.h) for a column of this NAME, a field. */
int is_date_column(struct slice name);

#endif
