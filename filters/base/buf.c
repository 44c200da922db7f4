/* buf.c - growable bytes; see buf.h */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

enum { NO_MEMORY = 2 }; /* the exit status of a filter that could not do its work */

/* Before a program has a name. */
static void
no_name(size_t n)
{
	fprintf(stderr, "no memory for %lu bytes\n", (unsigned long)n);
}

static void (*say_no_memory)(size_t n) = no_name;

void
out_of_memory_is_said_by(void (*say)(size_t n))
{
	say_no_memory = say;
}

void *
emalloc(size_t n)
{
	return erealloc(NULL, n);
}

void *
erealloc(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p) {
		say_no_memory(n);
		_Exit(NO_MEMORY);
	}
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

/* Two digits a step: half the divisions. */
void
buf_addu(struct buf *b, unsigned long u)
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
	                            "25262728293031323334353637383940414243444546474849"
	                            "50515253545556575859606162636465666768697071727374"
	                            "75767778798081828384858687888990919293949596979899";
	char digits[24], *p = digits + sizeof(digits);

	for (; u >= 100; u /= 100)
		memcpy(p -= 2, pairs + 2 * (u % 100), 2);
	if (u >= 10)
		memcpy(p -= 2, pairs + 2 * u, 2);
	else
		*--p = (char)('0' + u);
	buf_add(b, p, (size_t)(digits + sizeof(digits) - p));
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}
