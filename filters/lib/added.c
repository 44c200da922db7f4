/* added.c - the annotations that a filter adds; see added.h */
#include "added.h"

uint64_t
added_numbers(size_t n)
{
	static uint64_t last;

	last += n;
	return last + 1 - n;
}

/* As records that are not put together, for a filter in the same program does not read them: two thirds of what an
 * annotation cost. */
void
added_pass(struct added *a)
{
	struct rec r = {.kind = a->kind, .line = a->line};
	size_t i, to;

	for (i = 0; i < a->n; i++) {
		to = i + 1 < a->n ? a->v[i + 1].from : a->text.n;
		r.rest = (struct slice){a->text.p + a->v[i].from, to - 1 - a->v[i].from};
		r.column = a->v[i].column;
		r.same = a->v[i].same;
		out_pass(&r);
	}
	buf_clear(&a->text);
}
