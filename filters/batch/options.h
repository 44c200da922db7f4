/* options.h - what a run of batch is told by its arguments */
#ifndef TZ_BATCH_OPTIONS_H
#define TZ_BATCH_OPTIONS_H

#include "batch/globs.h"

enum { FILTERS_OUT = 6 }; /* those that convert can do without */

struct told {
	const char *csv; /* --csv=LIST, as convert takes it */
	const char *base, *from, *separator, *log, *hosts;
	const char *out[FILTERS_OUT]; /* -x */
	size_t outs;
	int lines, lengthwise, pretty; /* -l; --long, which is -l, too; --pretty */
	int one, hidden, send, wait;
	int force, quiet, dry, jobs;
	int prune;   /* 2: --prune=all */
	long settle; /* seconds */
	struct globs include, exclude;
	int watch;   /* stay */
	long poll;   /* and look again after so many seconds; 0: when inotifywait(1) says so */
	char **source, *outdir;
	size_t sources;
};

extern struct told told;

/* Takes them. Exits with 2, and a reason, if one of them is refused. */
void options(int argc, char **argv);
/* A -b or -f that the filters refuse is refused here, once, before anything is done: TANZAKU, the command, is asked. */
void options_check(const char *tanzaku);

#endif
