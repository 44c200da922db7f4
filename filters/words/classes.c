/* classes.c - which characters a pattern tells apart; see classes.h */
#include "words/classes.h"

#include <string.h>

#include "words/syntaxset.h"

/* Remembers that C stands in the pattern by itself; all beyond the BMP are taken to. */
static void
add_literal(struct classes *k, uint32_t c)
{
	size_t number = c < CHARS_BMP ? chars_number(c) : 0, cap = k->literals ? k->literals : 512;

	while (cap <= number)
		cap *= 2;
	if (cap > k->literals) {
		k->literal = erealloc(k->literal, cap);
		memset(k->literal + k->literals, 0, cap - k->literals);
		k->literals = cap;
	}
	k->literal[number] = number > 0;
}

static int
is_literal(const struct classes *k, uint32_t c)
{
	size_t number = c < CHARS_BMP ? chars_number(c) : 0;

	return c >= CHARS_BMP || (number < k->literals && k->literal[number]);
}

/* The line feed is one of them, before which a line ends. */
void
classes_init(struct classes *k, const struct syntax *s, const struct program *p)
{
	size_t i;

	*k = (struct classes){.s = s, .words = s->sets / 64 + 1};
	add_literal(k, '\n');
	for (i = 0; i < p->n; i++)
		if (p->step[i].kind == STEP_CHAR)
			add_literal(k, p->step[i].c);
	k->cap = 16;
	k->class = emalloc(k->cap * sizeof(*k->class));
	k->bits = emalloc(k->cap * k->words * sizeof(*k->bits));
	memset(k->bits, 0, k->words * sizeof(*k->bits));
	k->class[k->n++] = (struct char_class){UINT32_MAX, 0}; /* the end */
}

/* Puts the sets that have C behind the classes, as those of a new one. */
static uint64_t *
sets_of(struct classes *k, uint32_t c)
{
	uint64_t *bits;
	size_t i;

	if (k->n == k->cap) {
		k->cap *= 2;
		k->class = erealloc(k->class, k->cap * sizeof(*k->class));
		k->bits = erealloc(k->bits, k->cap * k->words * sizeof(*k->bits));
	}
	bits = k->bits + k->n * k->words;
	memset(bits, 0, k->words * sizeof(*bits));
	for (i = 0; i < k->s->sets; i++)
		bits[i / 64] |= (uint64_t)syntax_set_has(k->s, i, c) << i % 64;
	return bits;
}

static unsigned
same_class(const struct classes *k, uint32_t literal, const uint64_t *bits)
{
	size_t i;

	for (i = 1; i < k->n; i++)
		if (k->class[i].literal == literal &&
		    memcmp(k->bits + k->class[i].sets, bits, k->words * sizeof(*bits)) == 0)
			return (unsigned)i;
	return 0;
}

static void
keep(struct classes *k, uint32_t c, unsigned class)
{
	size_t number = chars_number(c), known = k->known ? k->known : 256;

	while (known <= number)
		known *= 2;
	if (known > k->known) {
		k->of = erealloc(k->of, known * sizeof(*k->of));
		memset(k->of + k->known, 0, (known - k->known) * sizeof(*k->of));
		k->known = known;
	}
	k->of[number] = (uint16_t)class;
}

unsigned
classes_find(struct classes *k, uint32_t c)
{
	uint32_t literal = is_literal(k, c) ? c : 0;
	const uint64_t *bits = sets_of(k, c);
	unsigned class = same_class(k, literal, bits);

	if (!class && k->n < MOST_CLASSES) {
		class = (unsigned)k->n;
		k->class[k->n++] = (struct char_class){literal, class * k->words};
	}
	if (class && c < CHARS_BMP)
		keep(k, c, class);
	return class;
}
