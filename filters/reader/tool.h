/* tool.h - becomes a reader's program, with no more than it is to have */
#ifndef TZ_READER_TOOL_H
#define TZ_READER_TOOL_H

#include "reader/readers.h"

/*
 * The process becomes R's program, in the folder FOLDER, where the document is the file DOCUMENT. It reads that, writes to
 * OUT and ERR, has R's limits, no network where the system can take it away, an environment with nothing of the user's
 * but PATH, and a process group of its own. Never returns; why it could not be done goes to ERR.
 */
_Noreturn void tool_become(const struct readrule *r, const char *folder, const char *document, int out, int err);

#endif
