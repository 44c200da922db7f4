/* messages.h - what the filters say, which are many at a time: .tanzaku/messages, of the last run */
#ifndef TZ_BATCH_MESSAGES_H
#define TZ_BATCH_MESSAGES_H

#include <sys/types.h>

/* The file, for a pipeline's standard error; begun anew by the first call. */
int messages_fd(void);
off_t messages_end(void);
/* Says on standard error and in the log what has come since the file was FROM bytes long: the first lines of it. */
void messages_repeat(off_t from);

#endif
