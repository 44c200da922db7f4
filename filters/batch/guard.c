/*
 * guard.c - see guard.h
 *
 * Who swaps the two folders would have hundreds of files written among the documents, and nobody tells them apart
 * again. An OUTDIR is new, or empty, or has our files in it; a SOURCE never has.
 */
#define _XOPEN_SOURCE 700 /* realpath(3) */
#include "batch/guard.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "batch/outdir.h"
#include "batch/source.h"
#include "stream/msg.h"

static int
has(const char *dir, const char *name)
{
	struct buf path = {0};
	struct stat st;
	int there;

	buf_addz(&path, dir);
	buf_addc(&path, '/');
	buf_add(&path, name, strlen(name) + 1);
	there = lstat(path.p, &st) == 0;
	buf_free(&path);
	return there;
}

/* What a file system, or the one who mounts it, puts there is nobody's. */
static int
is_file_of_people(const char *name)
{
	return *name != '.' && strcmp(name, "lost+found") != 0;
}

static void
check_outdir(const char *outdir)
{
	DIR *d = opendir(outdir);
	struct dirent *e;

	if (!d) {
		if (errno != ENOENT)
			die("%s:", outdir);
		return;
	}
	while (!has(outdir, STATE_DIRECTORY) && (e = readdir(d)))
		if (is_file_of_people(e->d_name))
			die("%s: has files in it, and none of ours; are SOURCE and OUTDIR swapped? OUTDIR comes last, and is"
				" new or empty (to use this one all the same: mkdir %s/" STATE_DIRECTORY ")", outdir, outdir);
	closedir(d);
}

static void
check_source(const char *source, const char *outdir)
{
	char *from = realpath(source, NULL), *to;

	if (!from)
		die("%s:", source);
	to = realpath(outdir, NULL);
	if (to && strcmp(from, to) == 0)
		die("%s: is SOURCE and OUTDIR at once", source);
	if (to && source_within(from, to))
		die("%s: lies in the output directory", source);
	if (has(from, STATE_DIRECTORY "/lock"))
		die("%s: is the output of a run, it has " STATE_DIRECTORY "; are SOURCE and OUTDIR swapped? OUTDIR comes last",
			source);
	free(from);
	free(to);
}

void
guard(char **source, size_t sources, const char *outdir)
{
	size_t i;

	for (i = 0; i < sources; i++)
		check_source(source[i], outdir);
	check_outdir(outdir);
}
