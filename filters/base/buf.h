/* buf.h - a growable run of bytes; running out of memory ends the filter with status 2 */
#ifndef TZ_BASE_BUF_H
#define TZ_BASE_BUF_H

#include <stddef.h>
#include <string.h>

/* A function that stays one: where it is seldom called, its caller need not make room for it each time. */
#ifdef __GNUC__
#define APART __attribute__((noinline))
#else
#define APART
#endif

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

/* Memory, or the end of the program: the stream above says on whose behalf (opts.h), SAY need not return. */
void out_of_memory_is_said_by(void (*say)(size_t n));
void *emalloc(size_t n);
void *erealloc(void *p, size_t n);

void buf_room(struct buf *b, size_t more);     /* makes space for MORE bytes behind b->n */
void buf_addu(struct buf *b, unsigned long u); /* in decimal */
void buf_free(struct buf *b);

/* The rest is inline: with a call for each, a tenth of the time of every filter goes into calls. */
static inline void
buf_add(struct buf *b, const char *p, size_t n)
{
	if (n == 0)
		return;
	if (n > b->cap - b->n)
		buf_room(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

static inline void
buf_adds(struct buf *b, struct slice s)
{
	buf_add(b, s.p, s.n);
}

static inline void
buf_addz(struct buf *b, const char *z)
{
	buf_add(b, z, strlen(z));
}

static inline void
buf_addc(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_room(b, 1);
	b->p[b->n++] = c;
}

/* Keeps the memory. */
static inline void
buf_clear(struct buf *b)
{
	b->n = 0;
}

static inline struct slice
slice_of(const struct buf *b)
{
	return (struct slice){b->p ? b->p : "", b->n};
}

static inline struct slice
slice_z(const char *z)
{
	return (struct slice){z, strlen(z)};
}

static inline int
slice_begins(struct slice s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p, z, n) == 0;
}

static inline int
slice_ends(struct slice s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p + s.n - n, z, n) == 0;
}

/* S behind its first N bytes. */
static inline struct slice
slice_behind(struct slice s, size_t n)
{
	return (struct slice){s.p + n, s.n - n};
}

static inline int
slice_eq(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

#endif
