/* said.h - what is told of a reader's program, in a line */
#ifndef TZ_READER_SAID_H
#define TZ_READER_SAID_H

#include "reader/readers.h"

/* Adds the first line of what it SAID to standard error that has something, and is no warning unless all are: in UTF-8, with nothing of FOLDER, whose name is
 * another one each time. */
void said_line(struct buf *to, struct slice said, const char *folder);
/* Adds the limit that it came to: that of TIME, or of output. */
void said_limit(struct buf *to, const struct reader_limits *most, int time);
/* Adds how it ended, having said nothing; HOW is of waitpid(2). */
void said_status(struct buf *to, int how);

#endif
