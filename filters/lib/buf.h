/* buf.h - a growable run of bytes; running out of memory ends the filter with status 2 */
#ifndef TZ_BUF_H
#define TZ_BUF_H

#include <stddef.h>

/* A piece of somebody else's bytes: not owned, not NUL-terminated. */
struct slice {
	const char *p;
	size_t n;
};

/* Owned bytes. Starts as {0}; b.p may be NULL while b.n is 0. */
struct buf {
	char *p;
	size_t n, cap;
};

void *emalloc(size_t n);
void *erealloc(void *p, size_t n);

void buf_room(struct buf *b, size_t more); /* makes space for MORE bytes behind b->n */
void buf_add(struct buf *b, const char *p, size_t n);
void buf_adds(struct buf *b, struct slice s);
void buf_addc(struct buf *b, char c);
void buf_addz(struct buf *b, const char *z);
void buf_addu(struct buf *b, unsigned long u); /* in decimal */
void buf_clear(struct buf *b);                 /* keeps the memory */
void buf_free(struct buf *b);

struct slice slice_of(const struct buf *b);
struct slice slice_z(const char *z);
int slice_eq(struct slice a, struct slice b);

#endif
