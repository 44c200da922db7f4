/* buf.c - growable bytes; see buf.h */
#include "buf.h"

#include <stdlib.h>
#include <string.h>

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
buf_add(struct buf *b, const char *p, size_t n)
{
	if (!n)
		return;
	buf_room(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

void
buf_adds(struct buf *b, struct slice s)
{
	buf_add(b, s.p, s.n);
}

void
buf_addc(struct buf *b, char c)
{
	buf_room(b, 1);
	b->p[b->n++] = c;
}

void
buf_addz(struct buf *b, const char *z)
{
	buf_add(b, z, strlen(z));
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
buf_clear(struct buf *b)
{
	b->n = 0;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}

struct slice
slice_of(const struct buf *b)
{
	return (struct slice){b->p ? b->p : "", b->n};
}

struct slice
slice_z(const char *z)
{
	return (struct slice){z, strlen(z)};
}

int
slice_eq(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
