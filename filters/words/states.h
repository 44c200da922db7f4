/*
 * states.h - an automaton of sets of steps (program.h), made as far as texts lead
 *
 * A state is the steps that wait for the next character; each is made when it
 * is first come to, and where it leads is kept by class of character, so that
 * a character costs two look-ups from then on. Memory is bounded: what does
 * not fit is forgotten as a whole, and made again.
 */
#ifndef TZ_WORDS_STATES_H
#define TZ_WORDS_STATES_H

#include "words/classes.h"
#include "words/program.h"
#include "words/syntaxnode.h"

/* The first states are none: not come to yet, nothing can match, there is a match. Roaming finds one that begins
 * anywhere further on. */
enum { STATE_UNKNOWN, STATE_DEAD, STATE_FOUND, STATE_ROAMING, STATES_FIRST };
enum { STATE_PLACES = 1024 };

/* Steps that wait for the next character, and whether a match may begin behind that as well. */
struct step_set {
	uint32_t first, n; /* in `waiting` */
	uint32_t hash;
	int roams;
	uint16_t *next; /* by class */
	size_t classes; /* of them there is room for */
};

struct states {
	struct syntax syntax;
	struct program program;
	struct classes classes;
	struct step_set *state;
	size_t n, cap;
	uint32_t *waiting;
	size_t waiting_n, waiting_cap, bytes;
	uint16_t place[STATE_PLACES];  /* states by their hash; those with the same give way */
	uint32_t *list, *seen, *stack; /* what is collected, in which round a step was come to, what is still to do */
	size_t list_n;
	uint32_t round;
	uint16_t at_start[2], behind; /* at byte 0, without and with roaming; at another byte, without */
};

/* The states of PATTERN. 0 if it has something that syntax.h does not understand, or is too long. */
int states_init(struct states *m, struct slice pattern);
/* Forgets all states: to be done when there was no room for one, before the next text. */
void states_flush(struct states *m);
/* The state in which a search (ROAMS), or a match at one place, begins. */
unsigned states_begin(struct states *m, int at_start, int roams);
/* Where a character of CLASS leads from state FROM, which is one; STATE_UNKNOWN if there is no room for more. */
unsigned states_step(struct states *m, unsigned from, unsigned class);

static inline unsigned
states_follow(struct states *m, unsigned state, unsigned class)
{
	const struct step_set *s = &m->state[state];

	return class < s->classes && s->next[class] ? s->next[class] : states_step(m, state, class);
}

#endif
