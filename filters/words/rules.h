/*
 * rules.h - the plain tables under filters/words
 *
 * A table is UTF-8 text: one rule a line, fields between runs of tabs, '#' at
 * the start of a line for comments, blank lines ignored. The tables are built
 * into the filters, so that an installed suite runs from any prefix; -r puts a
 * user's rules in front of them (first match wins), and a line "!replace"
 * among those leaves the built-in ones out. What -r names is known to all
 * filters of the process: a file that is called like a table (status.tsv), or a
 * folder of such files; a file of another name is of the filter's own table.
 */
#ifndef TZ_WORDS_RULES_H
#define TZ_WORDS_RULES_H

#include "base/buf.h"
#include "stream/msg.h"

enum { RULE_FIELDS = 9 };

struct rule {
	struct slice f[RULE_FIELDS]; /* missing fields are empty */
	size_t n;
	struct place at;
	int own; /* of a user's file */
};

struct rules {
	struct rule *r;
	size_t n, cap;
};

/* Adds the user's rules for TABLE ("status.tsv"), then the built-in ones. The slices point into memory that is never freed;
 * the array to->r is the caller's to free. */
void rules_load(struct rules *to, const char *table, const char *builtin);
/* Adds those of FILE alone. A file that cannot be read ends the program. */
void rules_add_file(struct rules *to, const char *file);

#endif
