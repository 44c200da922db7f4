/* watch.h - runs again whenever something under the sources has changed, by inotifywait(1) */
#ifndef TZ_BATCH_WATCH_H
#define TZ_BATCH_WATCH_H

/* Returns for each run, in a process of its own; the one that was called never returns. */
void watch(char **sources, int n, const char *outdir);

#endif
