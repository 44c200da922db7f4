/* added.c - the annotations that a filter adds; see added.h */
#include "added.h"

static void
make_head(struct added *a, unsigned long line)
{
	struct buf b = {a->heads, 0, sizeof(a->heads)}; /* has room for the longest number */

	buf_addz(&b, a->name);
	buf_addc(&b, '\t');
	buf_addu(&b, line);
	buf_addc(&b, '\t');
	a->head = b.n;
	a->line = line;
}

void
added_begin(struct added *a, unsigned long line)
{
	if (a->head == 0 || a->line != line)
		make_head(a, line);
	buf_add(&a->text, a->heads, a->head);
}

/* As records: for a filter in the same program that saves reading them, a third of what an annotation costs. */
void
added_pass(struct added *a)
{
	const char *p = a->text.p, *end = p + a->text.n, *lf;

	for (; p < end; p = lf + 1) {
		struct rec r = {.kind = a->kind, .line = a->line};

		lf = memchr(p, '\n', (size_t)(end - p));
		r.raw = (struct slice){p, (size_t)(lf - p)};
		r.rest = (struct slice){p + a->head, r.raw.n - a->head};
		out_pass(&r);
	}
	buf_clear(&a->text);
}
