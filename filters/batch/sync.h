/* sync.h - waits for the disk while the run goes on: conversions took half as long again while it stood still */
#ifndef TZ_BATCH_SYNC_H
#define TZ_BATCH_SYNC_H

#include "batch/outdir.h"

/* Begins outdir_sync(O), one at a time. */
void sync_begin(const struct outdir *o);
/* Has it been begun, and not come to its end? */
int sync_goes_on(void);
/* Waits for its end. Returns what outdir_sync did, with errno. */
int sync_end(void);

#endif
