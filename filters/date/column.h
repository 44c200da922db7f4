/*
 * column.h - what the columns of the table that is read say about the dates in their cells
 *
 * Which columns hold dates is told by the `roles` of the table (stream/role.h):
 * deadlines and periods. Nothing here judges that again.
 */
#ifndef TZ_DATE_COLUMN_H
#define TZ_DATE_COLUMN_H

#include "date/look.h"
#include "date/win.h"
#include "stream/cols.h"
#include "words/refer.h"

struct datecols {
	struct cols cols;
	unsigned long read; /* the edition of the names that are read */
	struct datecol {
		struct datectx says;   /* the year that its name tells: the plan for a certain year */
		enum date_column if_dates; /* what its cells are if they are dates: of fiscal years, where its name says so */
	} *v;
	size_t n, cap;
	int says; /* one of the names tells a year */
	int defines; /* one says that fields are defined below it: 列名 */
	struct refer refer; /* cells of columns of dates that refer to others */
	int dates; /* one of the columns in force holds dates */
};

/* Shows a record; call it for every record, in order. */
void datecols_see(struct datecols *t, const struct rec *r);
/* What the name of column I (from 0) says, or NULL. */
const struct datectx *datecols_says(const struct datecols *t, size_t i);
/* NOT_DATES, DATES or FISCAL_DATES. */
enum date_column datecols_every(const struct datecols *t, size_t i);

#endif
