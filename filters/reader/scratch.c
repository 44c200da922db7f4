/* scratch.c - places for bytes that nobody keeps; see scratch.h */
#define _XOPEN_SOURCE 700 /* nftw(3), mkdtemp(3) */
#include "reader/scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
name_one(struct buf *path)
{
	const char *dir = getenv("TMPDIR");

	buf_clear(path);
	buf_addz(path, dir && *dir ? dir : "/tmp");
	buf_addz(path, "/tanzaku-XXXXXX");
	buf_addc(path, '\0');
}

int
scratch_folder(struct buf *path)
{
	name_one(path);
	return mkdtemp(path->p) ? 0 : -1;
}

/* A folder that its owner may not change keeps what is in it, so it may be changed first. */
static int
open_up(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)at;
	if (what == FTW_D || what == FTW_DNR)
		(void)chmod(path, S_IRWXU);
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)what;
	(void)at;
	(void)remove(path);
	return 0;
}

void
scratch_remove(const char *path)
{
	enum { FOLDERS_OPEN = 16 };

	(void)nftw(path, open_up, FOLDERS_OPEN, FTW_PHYS);
	(void)nftw(path, remove_one, FOLDERS_OPEN, FTW_PHYS | FTW_DEPTH);
}
