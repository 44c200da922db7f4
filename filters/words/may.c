/* may.c - a text is led through the states of a pattern; see may.h */
#include "words/may.h"

#include <stdlib.h>

#include "words/states.h"

/* After so many questions it must have answered no to one of four, and for so many its states must have been enough. */
enum { TRIAL = 512, WORTH = 4, SOON = 128, MOST_FLUSHES = 16 };

struct may {
	struct states states;
	unsigned long asked, denied; /* in this trial */
	unsigned long since;         /* questions since the states were forgotten */
	unsigned flushes;            /* too soon */
	int yields, overflows;       /* it has said yes too often; it needs too many states */
};

struct may *
may_new(struct slice pattern)
{
	struct may *m = emalloc(sizeof(*m));

	*m = (struct may){0};
	if (states_init(&m->states, pattern))
		return m;
	free(m);
	return NULL;
}

static void
flush(struct may *m)
{
	states_flush(&m->states);
	m->flushes += m->since < SOON;
	m->since = 0;
	m->overflows |= m->flushes > MOST_FLUSHES;
}

/* A character that is neither ASCII nor of three bytes. */
static uint32_t
rare(const unsigned char *p, size_t *len)
{
	*len = *p < 0xe0 ? 2 : 4;
	if (*p < 0xe0)
		return (*p & 0x1fU) << 6 | (p[1] & 0x3fU);
	return (*p & 7U) << 18 | (p[1] & 0x3fU) << 12 | (p[2] & 0x3fU) << 6 | (p[3] & 0x3fU);
}

/* utf8_next of what is well-formed: the marks of the bytes are taken off all at once. */
static inline uint32_t
character(const unsigned char *p, size_t *len)
{
	uint32_t c = *p;

	if (c >= 0xe0 && c < 0xf0) {
		*len = 3;
		return (c << 12) + ((uint32_t)p[1] << 6) + p[2] - ((0xe0U << 12) + (0x80U << 6) + 0x80U);
	}
	*len = 1;
	return c < 0x80 ? c : rare(p, len);
}

/* The state behind S; STATE_UNKNOWN if there is no room for all states on the way. */
static unsigned
run(struct states *m, struct slice s, size_t i, unsigned state)
{
	size_t len;

	for (; i < s.n && state > STATE_FOUND; i += len) {
		unsigned class = classes_of(&m->classes, character((const unsigned char *)s.p + i, &len));

		state = class ? states_follow(m, state, class) : STATE_UNKNOWN;
	}
	return state;
}

/* The state behind S and the end of the subject. Without room for it, all states are forgotten, and those that S needs made
 * anew: so the answer does not depend on what was asked before. */
static unsigned
outcome(struct may *m, struct slice s, size_t start, int roams)
{
	unsigned state = STATE_UNKNOWN;
	int tries;

	for (tries = 0; tries < 2 && state == STATE_UNKNOWN; tries++) {
		if (tries)
			flush(m);
		state = run(&m->states, s, start, states_begin(&m->states, start == 0, roams));
		if (state > STATE_FOUND)
			state = states_follow(&m->states, state, CLASS_END);
	}
	return state;
}

static inline int
counted(struct may *m, int yes)
{
	m->denied += !yes;
	m->since++;
	if (++m->asked == TRIAL) {
		m->yields |= m->denied * WORTH < m->asked;
		m->asked = m->denied = 0;
	}
	return yes;
}

static int
answer(struct may *m, struct slice s, size_t start, int roams)
{
	unsigned state = outcome(m, s, start, roams);

	return counted(m, state == STATE_FOUND || state == STATE_UNKNOWN);
}

/* The character at START is known to begin no match: what most questions about one place come to. */
static inline int
ends_at_once(struct may *m, struct slice s, size_t start)
{
	unsigned state = start ? m->states.behind : m->states.at_start[0], class;
	const struct step_set *from;
	size_t len;

	if (start >= s.n || state < STATES_FIRST)
		return 0;
	class = classes_of(&m->states.classes, character((const unsigned char *)s.p + start, &len));
	from = &m->states.state[state];
	return class && class < from->classes && from->next[class] == STATE_DEAD;
}

int
may_match(struct may *m, struct slice s, size_t start)
{
	return answer(m, s, start, 1);
}

int
may_match_at(struct may *m, struct slice s, size_t start)
{
	return ends_at_once(m, s, start) ? counted(m, 0) : answer(m, s, start, 0);
}

int
may_begin(struct may *m, struct slice s)
{
	unsigned state = run(&m->states, s, 0, states_begin(&m->states, 1, 0));

	if (state == STATE_UNKNOWN) {
		flush(m);
		state = run(&m->states, s, 0, states_begin(&m->states, 1, 0));
	}
	return state != STATE_DEAD;
}

int
may_is_useful(const struct may *m)
{
	return !m->yields && !m->overflows;
}

int
may_is_cheap(const struct may *m)
{
	return !m->overflows;
}

int
may_begins_alike(const struct may *m)
{
	return m->states.program.step[m->states.program.start].kind == STEP_CHAR;
}
