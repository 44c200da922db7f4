/*
 * own.h - the texts of a user's rules, table by table
 *
 * -r names files and folders (stream/userrules.h). A file that is called like a table, status.tsv, is of that table,
 * and so is one in a folder; a file of another name is of the tables of the filter whose -r it is.
 */
#ifndef TZ_WORDS_OWN_H
#define TZ_WORDS_OWN_H

#include "base/buf.h"

struct own_rules {
	const char *file, *tables; /* "legend.tsv marks.tsv" */
	struct slice text;
};

/* Reads all of them, if that has not been done. What cannot be read, or is of no table, ends the program. */
void own_rules_read(void);

/* The texts for TABLE (NULL: for all tables), one after the other from *AT = 0 on; NULL behind the last. */
const struct own_rules *own_rules_next(const char *table, size_t *at);

/* The whole of FILE, which is UTF-8, in memory that is never freed: rules and what is made of them are slices of it. */
struct slice own_text(const char *file);

#endif
