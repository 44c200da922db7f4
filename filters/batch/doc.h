/* doc.h - the documents that this run has to convert */
#ifndef TZ_BATCH_DOC_H
#define TZ_BATCH_DOC_H

#include <sys/types.h>

#include "batch/manifest.h"

struct doc {
	struct doc *next;
	char *name;
	uint64_t stamp;   /* of what is going to be read */
	uint64_t size;
	long long unrest; /* nanoseconds until the stamp can be trusted */
	int changes;      /* how often it changed while it was read */
	int known;        /* it is bad, as the last run has said already */
	unsigned long rows; /* that its output has */
	char *warning;      /* the first one; NULL: none */
	int garbled;      /* what a pipeline gave back of it was not whole */
	int ends;         /* how many pipelines ended with it in them */
};

/* First in, first out. */
struct queue {
	struct doc *first, **last;
	size_t n;
	uint64_t bytes;
};

void queue_add(struct queue *q, struct doc *d);
struct doc *queue_take(struct queue *q); /* NULL: empty */

#endif
