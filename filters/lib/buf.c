/* buf.c - growable bytes; see buf.h */
#include "buf.h"

#include <stdlib.h>

#include "msg.h"

void *
emalloc(size_t n)
{
	return erealloc(NULL, n);
}

void *
erealloc(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		die("no memory for %lu bytes:", (unsigned long)n);
	return p;
}

void
buf_room(struct buf *b, size_t more)
{
	size_t want = b->n + more;

	if (want <= b->cap)
		return;
	/* doubling keeps the cost of growth linear */
	b->cap = want > 2 * b->cap ? want : 2 * b->cap;
	if (b->cap < 64)
		b->cap = 64;
	b->p = erealloc(b->p, b->cap);
}

void
buf_addu(struct buf *b, unsigned long u)
{
	char digits[24], *p = digits + sizeof(digits);

	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	buf_add(b, p, (size_t)(digits + sizeof(digits) - p));
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}
