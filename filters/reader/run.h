/*
 * run.h - runs a reader's program on a document
 *
 * The program runs under a process of ours, which copies the document into a folder that it makes, waits no longer than
 * it may, ends all of the program's processes, and removes the folder: also if this process ends meanwhile, however.
 */
#ifndef TZ_READER_RUN_H
#define TZ_READER_RUN_H

#include "reader/readers.h"

enum ran {
	RAN,        /* OUT has what it gave; SAID: what it said, a line, perhaps empty */
	RAN_LIMIT,  /* it came to a limit: SAID, "60 s" */
	RAN_FAILED  /* it could not: SAID, why */
};

/* Runs R on DOCUMENT, whose fd it reads to its end. *OUT is a file, to be read from its beginning and closed by the caller
 * after RAN; SAID is UTF-8 without control characters. */
enum ran reader_run(const struct readrule *r, const struct sample *document, int *out, struct buf *said);

#endif
