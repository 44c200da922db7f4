/* dry.h - a run that says what it would do, on standard output, and writes nothing */
#ifndef TZ_BATCH_DRY_H
#define TZ_BATCH_DRY_H

#include "batch/source.h"

/* A line: WHAT, a tab, the name of a document with its control characters shown. */
void dry_say(const char *what, const char *name);

/* The whole run. */
void dry_run(char **source, size_t sources, const char *outdir);

#endif
