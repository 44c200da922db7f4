/* classes.c - which characters a pattern tells apart; see classes.h */
#include "words/classes.h"

#include <stdlib.h>
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
	k->row_cap = 16;
	k->bits = emalloc(k->row_cap * k->words * sizeof(*k->bits));
	memset(k->bits, 0, k->words * sizeof(*k->bits));
	k->rows = 1;
	k->class[k->n++] = (struct char_class){UINT32_MAX, 0}; /* the end */
}

static int
compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
add_property(struct classes *k, int property)
{
	size_t i;

	for (i = 0; i < k->properties && k->property[i] != property; i++)
		;
	if (i == k->properties)
		k->property[k->properties++] = property;
}

/* What the sets are made of. */
static void
take_sets(struct classes *k)
{
	const struct syntax_part *p = k->s->part, *end = p + k->s->parts;

	k->property = emalloc((k->s->parts + 1) * sizeof(*k->property));
	k->edge = emalloc((2 * k->s->parts + 1) * sizeof(*k->edge));
	for (; p < end; p++) {
		if (p->property >= 0) {
			add_property(k, p->property);
			continue;
		}
		k->edge[k->edges++] = p->from;
		k->edge[k->edges++] = p->to + 1;
	}
	qsort(k->edge, k->edges, sizeof(*k->edge), compare);
}

/* So many edges are at C or before it. */
static size_t
place_of(const struct classes *k, uint32_t c)
{
	size_t low = 0, high = k->edges;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (k->edge[middle] <= c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where in `bits` those of the sets begin that have C. */
static size_t
row_of(struct classes *k, uint32_t c)
{
	uint64_t *bits;
	size_t i;

	if (k->rows == k->row_cap) {
		k->row_cap *= 2;
		k->bits = erealloc(k->bits, k->row_cap * k->words * sizeof(*k->bits));
	}
	bits = k->bits + k->rows * k->words;
	memset(bits, 0, k->words * sizeof(*bits));
	for (i = 0; i < k->s->sets; i++)
		bits[i / 64] |= (uint64_t)syntax_set_has(k->s, i, c) << i % 64;
	for (i = 0; memcmp(k->bits + i * k->words, bits, k->words * sizeof(*bits)) != 0; i++)
		;
	k->rows += i == k->rows;
	return i * k->words;
}

/* The same, by what is known of characters like C: to ask each set about each character took a third of a short document's time. */
static size_t
sets_of(struct classes *k, uint32_t c)
{
	struct class_key key = {0};
	size_t i;

	if (!k->property)
		take_sets(k);
	if (k->properties > 64)
		return row_of(k, c);
	for (i = 0; i < k->properties; i++)
		key.has |= (uint64_t)chars_has(k->property[i], c) << i;
	key.place = place_of(k, c);
	for (i = 0; i < k->keys; i++)
		if (k->key[i].has == key.has && k->key[i].place == key.place)
			return k->key[i].sets;
	key.sets = row_of(k, c);
	if (k->keys == k->key_cap) {
		k->key_cap = k->key_cap ? 2 * k->key_cap : 16;
		k->key = erealloc(k->key, k->key_cap * sizeof(*k->key));
	}
	k->key[k->keys++] = key;
	return key.sets;
}

static unsigned
same_class(const struct classes *k, uint32_t literal, size_t sets)
{
	size_t i;

	for (i = 1; i < k->n; i++)
		if (k->class[i].literal == literal && k->class[i].sets == sets)
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
	size_t sets = sets_of(k, c);
	unsigned class = same_class(k, literal, sets);

	if (!class && k->n < MOST_CLASSES) {
		if (k->n == k->cap)
			k->class = erealloc(k->class, (k->cap *= 2) * sizeof(*k->class));
		class = (unsigned)k->n;
		k->class[k->n++] = (struct char_class){literal, sets};
	}
	if (class && c < CHARS_BMP)
		keep(k, c, class);
	return class;
}
