/*
 * names.h - names, in the order that they came in or sorted: which of them is this one, and are two the same?
 *
 * Sorted, not hashed: whoever chooses the names cannot choose ones that take longer.
 */
#ifndef TZ_RESTORE_NAMES_H
#define TZ_RESTORE_NAMES_H

#include <stdint.h>

#include "base/buf.h"

/* A name: bytes [at, at + n) of the text that it belongs to. */
struct jname {
	uint64_t head; /* of its bytes, up to eight: names of one length that differ there differ */
	uint32_t at, n;
	uint32_t no;   /* the owner's */
};

uint64_t name_head(struct slice s);

static inline int
name_is(const struct jname *a, uint64_t head, struct slice s, const char *text)
{
	return a->head == head && a->n == s.n && (s.n <= sizeof(head) || memcmp(text + a->at, s.p, s.n) == 0);
}

/* Sorts N of them; those that are the same stay in their order. */
void names_sort(struct jname *v, size_t n, const char *text);
/* The first of the sorted N that is S; NULL. */
const struct jname *names_find(const struct jname *v, size_t n, const char *text, struct slice s);
/* Are two of the sorted N the same? */
int names_twice(const struct jname *v, size_t n, const char *text);

#endif
