/*
 * globs.h - which files of a folder are documents, by their names
 *
 * A pattern is one of fnmatch(3), where * stands for slashes as well. With a slash in it, it is for the whole name that
 * batch gives a document or folder; without, for the last part.
 */
#ifndef TZ_BATCH_GLOBS_H
#define TZ_BATCH_GLOBS_H

#include <stddef.h>

struct globs {
	char **glob;
	size_t n;
};

void globs_add(struct globs *c, const char *glob);

/* Does one of the patterns fit BASE in the folder DIR ("" is the uppermost)? In any thread. */
int globs_fit(const struct globs *c, const char *dir, const char *base);

/* Is BASE a file that programs put beside documents, and nobody has written: the lock of an office document that is open,
 * the pictures and settings of a folder? */
int globs_litter(const char *base);

#endif
