/*
 * spool.h - bytes that must wait: in memory up to 256 KiB, then in an unlinked temporary file
 *
 * A disk that is full or fails ends the filter with status 2.
 */
#ifndef TZ_STREAM_SPOOL_H
#define TZ_STREAM_SPOOL_H

#include <sys/types.h>

#include "base/buf.h"

struct spool {
	struct buf mem; /* the bytes from offset AT on */
	off_t at;       /* how many were already moved to the file */
	int fd;         /* the file, or -1 before it is needed */
};

void spool_init(struct spool *s);
void spool_add(struct spool *s, const char *p, size_t n);
/* Hands over what was added as a descriptor to read from the start (an in.h window may take it), or, if all of
 * it is still in memory, sets *MEM to it and returns -1. The spool is to be reset after reading. */
int spool_read(struct spool *s, struct slice *mem);
void spool_reset(struct spool *s);
int spool_empty(const struct spool *s);

/* A file below $TMPDIR, or /tmp, open for reading and writing, and unlinked at once: whatever ends the filter, nothing
 * stays behind. Ends the program if there is no room for one. */
int spool_file(void);

#endif
