/*
 * stage.h - a filter's place in a program: alone, or in front of another filter
 *
 * Most programs hold one filter, which writes to standard output. In
 * tanzaku-convert several stand in a row: what one writes, the next is called
 * with, record by record, and a record that is passed on is not even copied.
 * The filters do not know; out.h and msg.h write to, and speak for, the stage
 * that runs.
 */
#ifndef TZ_STREAM_STAGE_H
#define TZ_STREAM_STAGE_H

#include "base/buf.h"

struct rec;
struct added;

enum { OUT_SIZE = 128 * 1024 };

struct stage {
	const char *name;                      /* "tanzaku-status", for messages */
	void (*record)(const struct rec *);    /* what it does with a record of the stage before it */
	void (*added)(const struct added *);   /* with annotations of a stage before it, all at once; NULL: as records */
	unsigned deaf;                         /* 1 << KIND of annotations that it passes on and does not look at */
	struct stage *next;                    /* NULL: standard output */
	struct buf out;                        /* what it has written and nobody has got yet */
	struct buf whole;                      /* the record that the next stage is called with, if this one made it */
	int cut;                               /* the next stage is inside a record too long to hold */
	unsigned long said;                    /* messages in this document */
	const char *file;                      /* the line that it reads, and what waits behind such: see matchlimit.h */
	unsigned long line;
	struct buf limits;
	unsigned long limit_written, gave_up;
};

/* The stage that runs: changed by calling another one, and back. */
extern struct stage *stage;

/* Makes a new stage run, whose next one is the stage that runs now. It stays for good. */
void stage_in_front(void);

#endif
