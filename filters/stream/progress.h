/*
 * progress.h - how far a program has come with a document that takes long, for who waits at a terminal
 *
 * Nothing is said of what takes no PROGRESS_AFTER seconds, nor where standard error is no terminal or the output comes to
 * the same one, unless it is asked for. There are no colours in it, and nothing that a plain terminal does not know.
 */
#ifndef TZ_STREAM_PROGRESS_H
#define TZ_STREAM_PROGRESS_H

#include <stddef.h>

enum { PROGRESS_AFTER = 2 };

/* It is wanted: ASKED for, or if it goes to a terminal. Without this call all of the following do nothing. */
void progress_want(int asked);
/* A document begins; SIZE is 0 where that is not known. */
void progress_begin(const char *name, unsigned long size);
/* N more bytes of it were read. */
void progress_read(size_t n);
/* It was read to its end. */
void progress_end(void);

/* Says that standard input is a terminal, at which somebody may not know that it is read. */
void progress_waits(void);

#endif
