/* states.c - sets of steps, made when they are come to; see states.h */
#include "words/states.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "words/syntax.h"

/* Labels of columns, the largest of the built-in patterns, lead to some 450 states and 260 KB on many kinds of documents. */
enum { MOST_STATES = 4000, MOST_BYTES = 320 * 1024 };

int
states_init(struct states *m, struct slice pattern)
{
	*m = (struct states){0};
	if (!syntax_read(&m->syntax, pattern) || !program_make(&m->program, &m->syntax)) {
		syntax_free(&m->syntax);
		free(m->program.step);
		return 0;
	}
	classes_init(&m->classes, &m->syntax, &m->program);
	free(m->syntax.node); /* the program has them now */
	m->syntax.node = NULL;
	m->list = emalloc(4 * m->program.n * sizeof(*m->list)); /* the stack holds no step more than twice */
	m->seen = m->list + m->program.n;
	m->stack = m->seen + m->program.n;
	memset(m->seen, 0, m->program.n * sizeof(*m->seen));
	m->cap = 16;
	m->state = emalloc(m->cap * sizeof(*m->state));
	m->n = STATES_FIRST;
	m->state[STATE_ROAMING] = (struct step_set){.roams = 1};
	return 1;
}

void
states_flush(struct states *m)
{
	size_t i;

	for (i = STATE_ROAMING; i < m->n; i++)
		free(m->state[i].next);
	m->state[STATE_ROAMING] = (struct step_set){.roams = 1};
	m->n = STATES_FIRST;
	m->waiting_n = m->bytes = 0;
	m->at_start[0] = m->at_start[1] = m->behind = 0;
	memset(m->place, 0, sizeof(m->place));
}

static void
begin_list(struct states *m)
{
	m->list_n = 0;
	m->round++;
}

/* Collects the steps from PC on that wait for a character or an end. 1 if the match is among them. */
static int
collect(struct states *m, uint32_t pc, int at_start)
{
	size_t n = 0;

	m->stack[n++] = pc;
	while (n) {
		const struct step *s;

		pc = m->stack[--n];
		if (m->seen[pc] == m->round)
			continue;
		m->seen[pc] = m->round;
		s = &m->program.step[pc];
		switch (s->kind) {
		case STEP_MATCH: return 1;
		case STEP_NEVER: break;
		case STEP_SPLIT:
			if (m->seen[s->b] != m->round)
				m->stack[n++] = s->b;
			m->stack[n++] = s->a;
			break;
		case STEP_START:
			if (at_start)
				m->stack[n++] = s->a;
			break;
		default: m->list[m->list_n++] = pc;
		}
	}
	return 0;
}

static void
keep_waiting(struct states *m)
{
	size_t need = m->waiting_n + m->list_n;

	if (need > m->waiting_cap) {
		m->waiting_cap = 2 * need;
		m->waiting = erealloc(m->waiting, m->waiting_cap * sizeof(*m->waiting));
	}
	if (m->list_n)
		memcpy(m->waiting + m->waiting_n, m->list, m->list_n * sizeof(*m->list));
	m->waiting_n = need;
	m->bytes += m->list_n * sizeof(*m->list);
}

/* The state of the steps collected. STATE_UNKNOWN if there is no room for it. */
static unsigned
state_of_list(struct states *m, int roams)
{
	uint32_t hash = hash_of((struct slice){(const char *)m->list, m->list_n * sizeof(*m->list)}) + (uint32_t)roams;
	unsigned i = m->place[hash % STATE_PLACES];

	if (m->list_n == 0)
		return roams ? STATE_ROAMING : STATE_DEAD;
	if (i && m->state[i].hash == hash && m->state[i].roams == roams && m->state[i].n == m->list_n &&
	    memcmp(m->waiting + m->state[i].first, m->list, m->list_n * sizeof(*m->list)) == 0)
		return i;
	if (m->n == MOST_STATES || m->bytes > MOST_BYTES)
		return STATE_UNKNOWN;
	if (m->n == m->cap)
		m->state = erealloc(m->state, (m->cap *= 2) * sizeof(*m->state));
	i = (unsigned)m->n++;
	m->state[i] = (struct step_set){(uint32_t)m->waiting_n, (uint32_t)m->list_n, hash, roams, NULL, 0};
	keep_waiting(m);
	m->place[hash % STATE_PLACES] = (uint16_t)i;
	return i;
}

static int
is_line_end(const struct states *m, unsigned class)
{
	return class == CLASS_END || m->classes.class[class].literal == '\n';
}

/* What step PC becomes with a character of CLASS behind it. 1 if that is a match. */
static int
take(struct states *m, uint32_t pc, unsigned class)
{
	const struct step *s = &m->program.step[pc];

	switch (s->kind) {
	case STEP_CHAR:
	case STEP_SET: return class != CLASS_END && class_takes(&m->classes, class, s) && collect(m, s->a, 0);
	case STEP_END: return class == CLASS_END;
	default: return is_line_end(m, class);
	}
}

/* A match may also begin here: what STATE_ROAMING becomes goes along. */
static int
take_roaming(struct states *m, unsigned class)
{
	unsigned to = m->state[STATE_ROAMING].next[class];
	uint32_t i;

	if (to == STATE_FOUND)
		return 1;
	for (i = 0; i < m->state[to].n; i++)
		if (m->seen[m->waiting[m->state[to].first + i]] != m->round) {
			m->seen[m->waiting[m->state[to].first + i]] = m->round;
			m->list[m->list_n++] = m->waiting[m->state[to].first + i];
		}
	return 0;
}

/* All steps with which a match may begin behind the start of the subject, with a character of CLASS behind them. */
static int
take_starts(struct states *m, unsigned class)
{
	size_t i, n;
	uint32_t *starts;
	int found;

	begin_list(m);
	found = collect(m, m->program.start, 0);
	n = m->list_n;
	starts = emalloc((n + 1) * sizeof(*starts));
	memcpy(starts, m->list, n * sizeof(*starts));
	begin_list(m);
	for (i = 0; i < n && !found; i++)
		found = take(m, starts[i], class);
	free(starts);
	return found;
}

static void
keep_next(struct states *m, struct step_set *s, unsigned class, unsigned to)
{
	if (class >= s->classes) {
		size_t classes = m->classes.n + 16;

		s->next = erealloc(s->next, classes * sizeof(*s->next));
		memset(s->next + s->classes, 0, (classes - s->classes) * sizeof(*s->next));
		m->bytes += (classes - s->classes) * sizeof(*s->next);
		s->classes = classes;
	}
	s->next[class] = (uint16_t)to;
}

APART unsigned
states_step(struct states *m, unsigned from, unsigned class)
{
	struct step_set s = m->state[from];
	int found = 0;
	unsigned to;
	uint32_t i;

	if (from == STATE_ROAMING) {
		found = take_starts(m, class);
	} else {
		if (s.roams && states_follow(m, STATE_ROAMING, class) == STATE_UNKNOWN)
			return STATE_UNKNOWN;
		begin_list(m);
		for (i = 0; i < s.n && !found; i++)
			found = take(m, m->waiting[s.first + i], class);
		found = found || (s.roams && take_roaming(m, class));
	}
	to = found ? STATE_FOUND : state_of_list(m, s.roams);
	if (to != STATE_UNKNOWN)
		keep_next(m, &m->state[from], class, to);
	return to;
}

unsigned
states_begin(struct states *m, int at_start, int roams)
{
	uint16_t *kept = at_start ? &m->at_start[roams] : &m->behind;

	if (!at_start && roams)
		return STATE_ROAMING;
	if (*kept == STATE_UNKNOWN) {
		begin_list(m);
		*kept = (uint16_t)(collect(m, m->program.start, at_start) ? STATE_FOUND : state_of_list(m, roams));
	}
	return *kept;
}

