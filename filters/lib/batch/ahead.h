/*
 * ahead.h - what is under the sources, looked at by several threads
 *
 * A run that changes nothing is stat(2) for the most part, which two processors do in half of the time; and one of
 * them begins while the other is still reading the manifest. What they find comes out piece by piece, always in the
 * same order: a folder, its files by name, then the folders in it.
 */
#ifndef TZ_AHEAD_H
#define TZ_AHEAD_H

#include <dirent.h>

#include "source.h"

struct name {
	const char *base;
	char link;    /* a symbolic one */
	char noplace; /* a directory beside it needs the name of its output */
};

struct folder {
	char *name;  /* as seen from the sources; "" is the uppermost */
	int operand; /* may be a link */
	int error;   /* it could not be opened */
	int torn;    /* it could not be read to its end: this is why */
	int ours;    /* OUTDIR: not entered */

	/* ahead.c's */
	DIR *d;
	int fd;
	struct buf text;
	struct name *file;
	size_t pieces; /* that need it */
};

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
