/*
 * cache.h - what short cells came to
 *
 * Most cells of a report say one of a few things. Each of a few slots keeps the
 * last cell that fell into it.
 */
#ifndef TZ_STATUS_CACHE_H
#define TZ_STATUS_CACHE_H

#include <stdint.h>

#include "base/buf.h"

enum { CACHED_BYTES = 32 }; /* longer cells seldom come again */

/* What a cell comes to hangs on these. */
struct cachekey {
	struct slice raw;      /* the cell, at most CACHED_BYTES */
	unsigned long version; /* of the legends, and of what is spelled out */
	unsigned long edition; /* of the table's header, */
	size_t column;         /* which with it names the column */
	unsigned digits;       /* they are grades in it */
};

/* Finds what is kept for K; true if something is, which may be empty. *SAME is its number: see added.h. */
int cache_get(const struct cachekey *k, struct slice *kept, uint64_t *same);
void cache_put(const struct cachekey *k, struct slice kept);

#endif
