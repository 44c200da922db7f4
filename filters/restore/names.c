/* names.c - names, in order; see names.h */
#include "restore/names.h"

#include <stdlib.h>

#include "base/hash.h"

/* hash_bytes is no hash: it is another number for other bytes, up to eight. Of three or less it takes the first, middle
 * and last byte, which are all. */
uint64_t
name_head(struct slice s)
{
	return hash_bytes(s.p, s.n < sizeof(uint64_t) ? s.n : sizeof(uint64_t));
}

static int
order(const struct jname *a, const char *in_a, const struct jname *b, const char *in_b)
{
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	return a->n <= sizeof(a->head) ? 0 : memcmp(in_a + a->at, in_b + b->at, a->n);
}

/* Merges the sorted [0, HALF) and [HALF, N) of FROM to TO. */
static void
merge(struct jname *to, const struct jname *from, size_t half, size_t n, const char *text)
{
	size_t i = 0, j = half;

	while (i < half && j < n)
		*to++ = order(&from[i], text, &from[j], text) <= 0 ? from[i++] : from[j++];
	while (i < half)
		*to++ = from[i++];
	while (j < n)
		*to++ = from[j++];
}

/* Runs of one, two, four ...: qsort(3) does not pass TEXT on. */
void
names_sort(struct jname *v, size_t n, const char *text)
{
	struct jname *other = emalloc(n * sizeof(*v) + 1), *from = v, *to = other, *swap;
	size_t run, i;

	for (run = 1; run < n; run *= 2) {
		for (i = 0; i < n; i += 2 * run) {
			size_t here = n - i < 2 * run ? n - i : 2 * run;

			merge(to + i, from + i, run < here ? run : here, here, text);
		}
		swap = from;
		from = to;
		to = swap;
	}
	if (from != v)
		memcpy(v, from, n * sizeof(*v));
	free(other);
}

const struct jname *
names_find(const struct jname *v, size_t n, const char *text, struct slice s)
{
	const struct jname name = {name_head(s), 0, (uint32_t)s.n, 0};
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (order(&v[mid], text, &name, s.p) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && order(&v[low], text, &name, s.p) == 0 ? &v[low] : NULL;
}

int
names_twice(const struct jname *v, size_t n, const char *text)
{
	size_t i;

	for (i = 1; i < n; i++)
		if (order(&v[i - 1], text, &v[i], text) == 0)
			return 1;
	return 0;
}
