/*
 * source.h - the sources: what documents there are, and under which names
 *
 * A document's name begins with that of its source, as cp -R has it. Links of these names to the sources
 * stand in OUTDIR/.tanzaku/in, so that NAME, seen from there, is the file.
 */
#ifndef TZ_BATCH_SOURCE_H
#define TZ_BATCH_SOURCE_H

#include "batch/globs.h"
#include "batch/outdir.h"

struct sources {
	char **name; /* of each operand; one "" if names begin below it */
	size_t n;
	int in;      /* the directory from which the names lead to the files */
	int hidden;  /* take names that begin with a dot as well */
	struct globs include, exclude; /* of what is in folders: files, none being all; files and folders */
	const char *suffix;
};

/* What the walk says of each file, directory and thing that is none. */
struct found {
	/* A document. NOPLACE: a directory beside it needs the name of its output. */
	void (*document)(const char *name, const struct stat *st, int noplace);
	/* Before what is in it; "" is the uppermost. EXCLUDED: names in it that are not wanted. */
	void (*directory)(const char *name, size_t excluded);
	void (*left_out)(const char *name, const char *why);
	void (*unseen)(const char *name, int error); /* whether it is there cannot be told, or what it is */
	void (*failed)(const char *name, int error); /* a directory could not be read */
};

/* Names the operands, and puts their links in place. Exits with 2 if that cannot be done safely. */
void sources_open(struct sources *s, const struct outdir *o, char **operands, size_t n);
/* The same for a run that writes nothing: names alone. Then ONE is source number I, of OPERANDS as before, by itself. */
void sources_name(struct sources *s, char **operands, size_t n);
void sources_one(struct sources *one, const struct sources *s, char **operands, size_t i);
/* Goes through them, once ahead_begin() (ahead.h) has been called. */
void sources_walk(const struct sources *s, const struct outdir *o, const struct found *f);
/* Is document NAME under one of them? */
int sources_hold(const struct sources *s, const char *name);
/* Is PATH in the directory REAL, or that itself? Both without links. */
int source_within(const char *path, const char *real);

#endif
