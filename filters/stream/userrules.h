/*
 * userrules.h - what -r names: a user's rules, for every filter of the process
 *
 * The filters take the names; words/rules.h reads what stands there.
 */
#ifndef TZ_STREAM_USERRULES_H
#define TZ_STREAM_USERRULES_H

#include <stddef.h>

struct user_rules {
	const char *path;
	const char *own; /* the tables that a file stands for which is not named like one: "legend.tsv marks.tsv"; NULL: none */
};

/* Takes PATH, a file or a folder, which come first of all; the strings must live as long as the program. What is not
 * there ends the program. */
void user_rules_take(const char *path, const char *own);
/* All of them, in the order in which they were taken; returns how many there are. */
size_t user_rules(const struct user_rules **all);

#endif
