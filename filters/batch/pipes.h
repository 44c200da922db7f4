/*
 * pipes.h - one pipeline: names go in, JSON with trailers (trailer.h) comes out
 *
 * The documents come out in the order in which they went in. One is complete when something has come behind its
 * trailer: a filter that is killed looks to those behind it like the end of the input, and so the last trailer may
 * be that of half a document. That is why the last name that goes in is END_NAME, an empty document: when its trailer
 * is there, all others were whole.
 */
#ifndef TZ_BATCH_PIPES_H
#define TZ_BATCH_PIPES_H

#include <sys/types.h>

#include "batch/batch.h"

#define END_NAME "/dev/null"

struct pipeline {
	pid_t pid;
	int in, out;      /* names, JSON; -1: closed */
	struct queue fed; /* went in, and did not come out */
	struct buf names; /* still to be written */
	int ended;        /* END_NAME is among them */
	int clean;        /* its trailer has come back */
	int broken;       /* it speaks of other documents than those that went in */

	/* what comes out */
	struct buf came;
	size_t cut;      /* so many bytes of it are */
	size_t searched; /* and so many behind them hold no end of a document */
	int temp_fd; /* a long output is written as it comes; -1: not yet */
	struct hasher hasher;
	struct result now;
	struct members { /* what the documents of an archive that have come add to it */
		unsigned long warnings, rows, bytes;
		int told; /* the first warning is known */
	} members;
	unsigned long lines; /* of the output that is written as it comes */
	char last;           /* its last byte */
	struct doc *ready; /* its trailer was the last thing that came */
	struct result result;
	struct buf code, message, number; /* of result */
};

/* feed.c: gives W names of documents to do, as many as its pipe takes now. */
void pipeline_feed(struct pipeline *w);
void pipeline_end_names(struct pipeline *w); /* with END_NAME, unless pipeline_feed() has done it */
void pipeline_stop_feeding(struct pipeline *w);

/* cut.c: where the next BYTES that come out of W belong. */
char *pipeline_room(struct pipeline *w, size_t bytes);
/* Cuts what has come out of W, the last N bytes of it newly. Returns how many documents are complete with them. */
size_t pipeline_took(struct pipeline *w, size_t n);
/* Forgets what has not become a whole document. */
void pipeline_forget(struct pipeline *w);

#endif
