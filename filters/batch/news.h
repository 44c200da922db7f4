/*
 * news.h - what a run has found out about documents, by name, for the report
 *
 * News is what nobody has been told before: a document that was bad yesterday, for the same reason, is none. Nobody
 * reads hundreds of names, so that of each kind some stand for all; the last line has their number.
 */
#ifndef TZ_BATCH_NEWS_H
#define TZ_BATCH_NEWS_H

#include <stddef.h>

enum news { NEWS_BAD, NEWS_WARNED, NEWS_WAITS, NEWS_ROWLESS, NEWS_KINDS };

/* NAME and WHY may hold any bytes. */
void news_add(enum news kind, const char *name, const char *why);
/* How many there are that are worth a message of their own. */
size_t news_count(void);
/* A line each on standard error: by kind, then by name, however the pipelines ran. */
void news_print(void);

#endif
