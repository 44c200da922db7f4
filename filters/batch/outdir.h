/*
 * outdir.h - OUTDIR: its lock, its own files, and the places of the outputs
 *
 * Whatever is opened below OUTDIR is opened part by part, and no symbolic link is followed: so nothing
 * is written outside of it, whoever has put links there.
 */
#ifndef TZ_BATCH_OUTDIR_H
#define TZ_BATCH_OUTDIR_H

#include <sys/stat.h>

#include "batch/manifest.h"

#define STATE_DIRECTORY ".tanzaku"

struct outdir {
	const char *path; /* as it was given, for messages */
	char *real;       /* without links */
	struct stat st;
	int fd, state, tmp, in, parts;
};

/* Opens PATH, making what is missing, and locks it. WAIT: for another run, if there is one. Exits with 2 if it cannot. */
void outdir_open(struct outdir *o, const char *path, int wait);

/* The same for a run that writes nothing: what is not there stays so, and is -1. */
void outdir_look(struct outdir *o, const char *path);

/* The directory in which the output of document NAME belongs, made if MAKE; *BASE gets the output's name in it.
 * The directory stays open until the next call. Returns -1 with errno. */
int outdir_place(const struct outdir *o, enum form f, const char *name, int make, const char **base);
/* Is there no directory in that place? Makes those on the way. Returns -1 with errno. */
int outdir_free(const struct outdir *o, enum form f, const char *name);
/* outdir_place() for a directory of output: itself, "" being the uppermost one. */
int outdir_below(const struct outdir *o, enum form f, const char *dir);

/* Empties the directory of temporaries. */
void outdir_sweep(const struct outdir *o);
/* Replaces the file NAME in .tanzaku, or removes it if there is nothing to say. Returns -1 with errno. */
int outdir_replace(const struct outdir *o, const char *name, struct slice text);

/* All that was written to OUTDIR before is on the disk when it returns 0. */
int outdir_sync(const struct outdir *o);

int write_all(int fd, const char *p, size_t n);

#endif
