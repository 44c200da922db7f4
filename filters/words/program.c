/* program.c - Thompson's construction, from the end of a pattern to its start; see program.h */
#include "words/program.h"

enum { MOST_STEPS = 30000, COPIES = 4 };

struct maker {
	struct program *p;
	const struct syntax *s;
	int full;
};

static uint32_t make(struct maker *m, uint32_t node, uint32_t next);

static uint32_t
add(struct maker *m, struct step step)
{
	struct program *p = m->p;

	if (p->n == MOST_STEPS) {
		m->full = 1;
		return STEP_NEVER;
	}
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 64;
		p->step = erealloc(p->step, p->cap * sizeof(*p->step));
	}
	p->step[p->n] = step;
	return (uint32_t)p->n++;
}

/* Any number of NODE, and then NEXT. */
static uint32_t
repeat(struct maker *m, uint32_t node, uint32_t next)
{
	uint32_t split = add(m, (struct step){STEP_SPLIT, next, next, 0});

	if (!m->full) {
		uint32_t body = make(m, node, split);

		m->p->step[split].a = body;
	}
	return split;
}

/* So many of a thing at most as are worth a copy each are counted; beyond, there may be any number. */
static uint32_t
times(struct maker *m, const struct syntax_node *n, uint32_t next)
{
	int i, more = n->max - n->min;

	if (n->max == SYNTAX_MORE || more > COPIES)
		next = repeat(m, n->a, next);
	else
		for (i = 0; i < more && !m->full; i++) {
			uint32_t body = make(m, n->a, next);

			next = add(m, (struct step){STEP_SPLIT, body, next, 0});
		}
	for (i = 0; i < n->min && !m->full; i++)
		next = make(m, n->a, next);
	return next;
}

/* Alternatives hang one on the left of the other. */
static uint32_t
either(struct maker *m, const struct syntax_node *n, uint32_t next)
{
	uint32_t others = make(m, n->b, next), one;

	for (n = &m->s->node[n->a]; n->kind == SYNTAX_EITHER && !m->full; n = &m->s->node[n->a]) {
		one = make(m, n->b, next);
		others = add(m, (struct step){STEP_SPLIT, one, others, 0});
	}
	one = make(m, (uint32_t)(n - m->s->node), next);
	return add(m, (struct step){STEP_SPLIT, one, others, 0});
}

static uint32_t
make(struct maker *m, uint32_t node, uint32_t next)
{
	const struct syntax_node *n = &m->s->node[node];

	for (; n->kind == SYNTAX_THEN && !m->full; n = &m->s->node[n->a])
		next = make(m, n->b, next);
	switch (m->full ? SYNTAX_EMPTY : n->kind) {
	case SYNTAX_NEVER: return STEP_NEVER;
	case SYNTAX_CHAR: return add(m, (struct step){STEP_CHAR, next, 0, n->c});
	case SYNTAX_SET: return add(m, (struct step){STEP_SET, next, 0, n->c});
	case SYNTAX_START: return add(m, (struct step){STEP_START, next, 0, 0});
	case SYNTAX_LINE_END: return add(m, (struct step){STEP_LINE_END, next, 0, 0});
	case SYNTAX_END: return add(m, (struct step){STEP_END, next, 0, 0});
	case SYNTAX_EITHER: return either(m, n, next);
	case SYNTAX_TIMES: return times(m, n, next);
	case SYNTAX_AHEAD: /* with nothing behind it, what follows is all that is asked */
		return next == STEP_MATCH ? make(m, n->a, next) : next;
	default: return next;
	}
}

int
program_make(struct program *p, const struct syntax *s)
{
	struct maker m = {p, s, 0};

	add(&m, (struct step){STEP_MATCH, 0, 0, 0});
	add(&m, (struct step){STEP_NEVER, 0, 0, 0});
	p->start = make(&m, s->root, STEP_MATCH);
	return !m.full;
}
