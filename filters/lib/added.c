/* added.c - the annotations that a filter adds; see added.h */
#include "added.h"

#include "stage.h"

uint64_t
added_numbers(size_t n)
{
	static uint64_t last;

	last += n;
	return last + 1 - n;
}

/* To a filter in the same program that takes them all at once (stage.h), or as records that are not put together. */
void
added_pass(struct added *a)
{
	struct stage *to = stage_for_added((int)a->kind);
	size_t i;

	if (to)
		stage_add(to, a);
	for (i = 0; !to && i < a->n; i++) {
		struct rec r = added_rec(a, i);

		out_pass(&r);
	}
	buf_clear(&a->text);
}
