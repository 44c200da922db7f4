/* doc.c - queues of documents; see doc.h */
#include "batch/doc.h"

void
queue_add(struct queue *q, struct doc *d)
{
	if (!q->first)
		q->last = &q->first;
	d->next = NULL;
	*q->last = d;
	q->last = &d->next;
	q->n++;
	q->bytes += d->size;
}

struct doc *
queue_take(struct queue *q)
{
	struct doc *d = q->first;

	if (!d)
		return NULL;
	q->first = d->next;
	q->n--;
	q->bytes -= d->size;
	return d;
}
