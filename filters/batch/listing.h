/*
 * listing.h - the names that were in each folder of the sources, from one run to the next
 *
 * To read a folder takes a fifth of a run that changes nothing. One whose stamp (stamp.h) is what it was has the names
 * that it had. The file .tanzaku/folders saves time and no more: a run without it does the same.
 */
#ifndef TZ_BATCH_LISTING_H
#define TZ_BATCH_LISTING_H

#include "batch/outdir.h"

/* Before all others. What was torn, or written by another machine, is as if it were not there. */
void listing_load(const struct outdir *o);
/* Sets *NAMES to those of FOLDER, as listing_note() had them, and returns 1; 0: they are not known. In any thread. */
int listing_find(const char *folder, uint64_t stamp, struct slice *names);
/* For the next run. NAMES may go. */
void listing_note(const char *folder, uint64_t stamp, struct slice names);
/* Writes the file if it would be another. Returns -1 with errno. */
int listing_save(const struct outdir *o);

#endif
