/*
 * ahead.h - what is under the sources, looked at by several threads
 *
 * A run that changes nothing is stat(2) for the most part, which two processors do in half of the time; and one of
 * them begins while the other is still reading the manifest. What they find comes out piece by piece, always in the
 * same order: a folder, its files by name, then the folders in it.
 */
#ifndef TZ_BATCH_AHEAD_H
#define TZ_BATCH_AHEAD_H

#include "batch/folder.h"

struct look {
	int error; /* of stat(2), or 0 */
	struct stat st;
};

/* A folder, or some files of it. */
struct piece {
	struct folder *in;
	size_t n;                /* files; 0: the folder itself */
	const struct name *file;
	struct look *look;       /* at each of them */

	struct piece *next;
	enum { TO_DO, DOING, DONE } state;
};

void ahead_begin(const struct sources *s, const struct outdir *o);
/* The next piece, for ahead_free(); NULL: that was all. */
struct piece *ahead_next(void);
void ahead_free(struct piece *p);

#endif
