/* folder.h - a folder of the sources, and the names in it */
#ifndef TZ_BATCH_FOLDER_H
#define TZ_BATCH_FOLDER_H

#include "batch/source.h"

struct name {
	const char *base;
	char link;    /* a symbolic one */
	char noplace; /* a directory beside it needs the name of its output */
};

struct names {
	struct name *name;
	size_t n, cap;
};

struct folder {
	char *name;  /* as seen from the sources; "" is the uppermost */
	int operand; /* may be a link */

	int fd;
	int error;      /* it could not be opened */
	int torn;       /* it could not be read to its end: this is why */
	int ours;       /* OUTDIR: not entered */
	int listed;     /* its names are those of the last run (listing.h) */
	uint64_t stamp; /* from before it was read; 0: not to be trusted */
	struct slice names;     /* by name: each behind a letter for its type, and with a NUL behind it */
	struct buf text;        /* where they are, if they were read */
	struct names file, dir; /* of them, those to be looked at */
	size_t excluded;        /* and how many are not wanted */

	size_t pieces; /* ahead.c's */
};

/* The folder BASE in the folder DIR. */
struct folder *folder_new(const char *dir, const char *base);
/* Opens it and reads its names. */
void folder_read(struct folder *f, const struct sources *s, const struct outdir *o);
void folder_free(struct folder *f);

#endif
