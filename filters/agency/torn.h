/*
 * torn.h - a label that the end of a line tore in two: （内閣官房、総 | 務省）
 */
#ifndef TZ_AGENCY_TORN_H
#define TZ_AGENCY_TORN_H

#include "base/buf.h"
#include "stream/rec.h"

/* Starts as {0}. */
struct torn {
	struct buf label;   /* what the text record before left open, as it stands in the record; empty if nothing */
	unsigned long line; /* the number of that record */
	struct buf whole;   /* the label last returned */
};

/* Shows a text kind. If it is a text that closes what the one on the line before left open, and ends
 * with that, returns the whole label, as a field; else an empty one. Valid until the next call. */
struct slice torn_see(struct torn *t, const struct rec *r);

#endif
