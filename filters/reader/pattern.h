/* pattern.h - how a file is recognised: the second field of readers.tsv */
#ifndef TZ_READER_PATTERN_H
#define TZ_READER_PATTERN_H

#include "base/buf.h"

/* A file whose first bytes have been read. */
struct sample {
	struct slice begin;
	int fd;      /* where the bytes behind them come from */
	int regular; /* it is a file in which one may look ahead: where it is none, parts that do never fit */
};

/* Does FILE have all the parts of PATTERN? */
int pattern_fits(struct slice pattern, const struct sample *file);
/* Takes the next part, up to a blank, off *FIELDS; an empty one is the last. */
struct slice pattern_word(struct slice *fields);

#endif
