/*
 * classes.h - characters that a pattern cannot tell apart
 *
 * Two characters are of one class if the same sets of the pattern have both,
 * and neither stands in it by itself. A character's class is found out when it
 * first comes.
 */
#ifndef TZ_WORDS_CLASSES_H
#define TZ_WORDS_CLASSES_H

#include <stdint.h>

#include "words/chars.h"
#include "words/program.h"

enum { CLASS_END = 0 /* of the subject */, MOST_CLASSES = 4000 };

struct char_class {
	uint32_t literal; /* the character, if it stands in the pattern by itself; else 0 */
	size_t sets;      /* where in `bits` its own begin: a bit for each set */
};

/* What tells the sets of a character: which of the properties it has, and between which edges of their ranges it stands. */
struct class_key {
	uint64_t has;
	size_t place, sets;
};

struct classes {
	const struct syntax *s;
	int *property;  /* all that the sets ask for, each once; NULL: nothing was found out yet */
	uint32_t *edge; /* all at which one of their ranges begins, or has ended, in order */
	struct class_key *key;
	size_t properties, edges, keys, key_cap;
	uint16_t *of;     /* by the numbers of chars.h; 0: not known yet */
	size_t known;     /* of them there is room for */
	struct char_class *class;
	size_t n, cap;
	uint64_t *bits;
	size_t rows, row_cap; /* of bits; several classes may have one */
	size_t words;         /* of bits, in a row */
	unsigned char *literal; /* by the numbers of chars.h, so many: whether it stands in the pattern by itself */
	size_t literals;
};

void classes_init(struct classes *k, const struct syntax *s, const struct program *p);
/* Finds out the class of C; 0 if there are too many. */
unsigned classes_find(struct classes *k, uint32_t c);

static inline unsigned
classes_of(struct classes *k, uint32_t c)
{
	size_t number = c < CHARS_BMP ? chars_numbers[c] : 0;

	return number < k->known && k->of[number] ? k->of[number] : classes_find(k, c); /* of 0, no number, none is known */
}

static inline int
class_takes(const struct classes *k, unsigned class, const struct step *s)
{
	const struct char_class *c = &k->class[class];

	return s->kind == STEP_CHAR ? c->literal == s->c : (int)(k->bits[c->sets + s->c / 64] >> s->c % 64 & 1);
}

#endif
