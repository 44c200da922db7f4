/*
 * watch.h - runs again whenever something under the sources has changed
 *
 * inotifywait(1) tells of it at once, but only of what this machine does: of a share, each so many seconds is looked.
 */
#ifndef TZ_BATCH_WATCH_H
#define TZ_BATCH_WATCH_H

/* The status of a run that wants another one after --settle seconds, whatever happens. */
enum { WATCH_AGAIN = 10 };

/* Returns for each run, in a process of its own, with how many there were before; the one that was called never returns. */
unsigned long watch(void);

#endif
