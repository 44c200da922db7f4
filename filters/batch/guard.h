/* guard.h - arguments that can only be a mistake, found before anything is written */
#ifndef TZ_BATCH_GUARD_H
#define TZ_BATCH_GUARD_H

#include <stddef.h>

/* Exits with 2, and says why, if OUTDIR is or holds a SOURCE, holds files of other people, or a SOURCE is an OUTDIR. */
void guard(char **source, size_t sources, const char *outdir);

#endif
