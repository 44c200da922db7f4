/* added.c - the annotations that a filter adds; see added.h */
#include "added.h"

/* As records that are not put together, for a filter in the same program does not read them: two thirds of what an
 * annotation cost. */
void
added_pass(struct added *a)
{
	struct rec r = {.kind = a->kind, .line = a->line};
	size_t i, to;

	for (i = 0; i < a->n; i++) {
		to = i + 1 < a->n ? a->from[i + 1] : a->text.n;
		r.rest = (struct slice){a->text.p + a->from[i], to - 1 - a->from[i]};
		out_pass(&r);
	}
	buf_clear(&a->text);
}
