/* handon.c - records from one filter to the next inside a program; see handon.h */
#include "stream/handon.h"

#include <string.h>

#include "stream/in.h"
#include "stream/rec.h"

/* How much of what the stage has written is whole records, or pieces of one that is too long to wait for. */
static size_t
whole(const struct stage *s)
{
	size_t n = s->out.n;

	while (n && s->out.p[n - 1] != '\n')
		n--;
	return n || s->out.n <= REC_LIMIT ? n : s->out.n;
}

void
stage_hand_on(void)
{
	struct stage *from = stage;
	size_t n = whole(from);
	struct in view = {.fd = -1, .name = "-", .p = from->out.p, .end = n, .eof = 1, .cut = from->cut};
	struct rec r;

	stage = from->next;
	while (view.pos < view.end && rec_read(&view, &r))
		stage->record(&r);
	stage = from;
	from->cut = view.cut;
	from->out.n -= n;
	if (from->out.n)
		memmove(from->out.p, from->out.p + n, from->out.n);
}

void
stage_pass(const struct rec *r)
{
	struct stage *from = stage;

	if (from->out.n)
		stage_hand_on();
	stage = from->next;
	stage->record(r);
	stage = from;
}

/* The plain build has none, for the tests to compare. */
struct stage *
stage_for_added(int kind)
{
#ifdef TZ_PLAIN_C
	(void)kind;
	return NULL;
#else
	struct stage *s;

	if (stage->next && stage->out.n)
		stage_hand_on();
	for (s = stage->next; s && !s->added; s = s->next)
		if (!(s->deaf >> kind & 1) || s->out.n)
			return NULL;
	return s;
#endif
}

/* A row has three or four annotations, each of which took longer from filter to filter than to become JSON. */
void
stage_add(struct stage *to, const struct added *a)
{
	struct stage *from = stage;

	stage = to;
	to->added(a);
	stage = from;
}
