/* scratch.h - places for bytes that nobody keeps: below $TMPDIR, or /tmp */
#ifndef TZ_READER_SCRATCH_H
#define TZ_READER_SCRATCH_H

#include "base/buf.h"

/* Makes an empty folder, whose path, ended by a NUL, PATH becomes; -1 with errno if that cannot be done. */
int scratch_folder(struct buf *path);
/* Removes it with all that is in it, following no link. What cannot be removed stays. */
void scratch_remove(const char *path);

#endif
