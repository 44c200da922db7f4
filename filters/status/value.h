/* value.h - percentages and priorities as numbers, in columns with these roles: `value` records behind the row */
#ifndef TZ_STATUS_VALUE_H
#define TZ_STATUS_VALUE_H

#include "status/cols.h"

/* Reads priority.tsv. To be called once. */
void values_load(void);
/* Notes what the cells of row R are worth. A cell that is no number and no word of the table has no value. */
void values_row(const struct statuscols *t, const struct rec *r, const char *file);

/* The same of R, a `covered` record behind such a row. */
void values_covered(const struct statuscols *t, const struct rec *r, const char *file);

#endif
