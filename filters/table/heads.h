/*
 * heads.h - lines that come again: what runs along the top of a document's pages
 *
 * The title of a document heads each of its pages. There it is no caption of
 * the rows below it, whatever it looks like.
 */
#ifndef TZ_TABLE_HEADS_H
#define TZ_TABLE_HEADS_H

#include <stdint.h>

#include "base/buf.h"

enum { HEADS = 64, HEAD_BYTES = 240 };

struct heads {
	uint64_t hash[HEADS]; /* of the short lines of text that came last */
	size_t n, next;
};

void heads_clear(struct heads *h);
/* Notes LINE; true if it is one of those noted before. */
int heads_recur(struct heads *h, struct slice line);

#endif
