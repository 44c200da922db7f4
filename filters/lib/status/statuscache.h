/*
 * statuscache.h - what short cells came to
 *
 * Most cells of a report say one of a few things. Each of a few slots keeps the
 * last cell that fell into it.
 */
#ifndef TZ_STATUSCACHE_H
#define TZ_STATUSCACHE_H

#include "buf.h"

enum { CACHED_BYTES = 32 }; /* longer cells seldom come again */

/* Finds what is kept of NAME, if that is of this VERSION; true if something is, which may be empty. */
int cache_get(struct slice name, unsigned long version, struct slice *kept);
void cache_put(struct slice name, unsigned long version, struct slice kept);

#endif
