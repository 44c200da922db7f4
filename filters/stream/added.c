/* added.c - the annotations that a filter adds; see added.h */
#include "stream/added.h"

#include "stream/handon.h"
#include "stream/stage.h"

uint64_t
added_numbers(size_t n)
{
	static uint64_t last;

	last += n;
	return last + 1 - n;
}

void
added_join(struct added *a)
{
	size_t i;

	for (i = 0; i < a->n; i++) {
		struct annotation *v = &a->v[i];

		v->from = a->text.n;
		buf_addu(&a->text, v->column);
		buf_addc(&a->text, '\t');
		buf_adds(&a->text, v->tail);
	}
}

struct rec
added_rec(const struct added *a, size_t i)
{
	static struct buf whole;
	const struct annotation *v = &a->v[i];
	struct rec r = {.kind = a->kind, .line = a->line};

	if (a->text.n) {
		r.rest.p = a->text.p + v->from;
		r.rest.n = (i + 1 < a->n ? a->v[i + 1].from : a->text.n) - 1 - v->from;
		return r;
	}
	buf_clear(&whole);
	buf_addu(&whole, v->column);
	buf_addc(&whole, '\t');
	buf_add(&whole, v->tail.p, v->tail.n - 1);
	r.rest = slice_of(&whole);
	return r;
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
	added_clear(a);
}
