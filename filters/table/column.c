/* column.c - what the cells of a column have in common; see table/column.h */
#include "table/column.h"

/* Classes by which a cell is told from a name: words begin with the others. */
enum { TYPED = 1U << SYM_DIGIT | 1U << SYM_LATIN | 1U << SYM_MARK | 1U << SYM_OPEN | 1U << SYM_POINT };

static int
is_typed(unsigned symbol)
{
	return (TYPED >> symbol & 1U) != 0;
}

static void
begin(struct below *c, const struct looks *l)
{
	c->runs = l->runs;
	c->first = l->first;
	c->begins = l->begins;
	c->ends = l->ends;
	c->every = l->set;
	c->spread = l->spread;
	c->same_runs = 1;
	c->shortest = c->longest = l->len;
	c->steps = l->number >= 0;
}

void
column_add(struct below *c, const struct looks *l)
{
	size_t i;

	if (looks_blank(l)) {
		c->blank++;
		return;
	}
	if (c->n == COLUMN_ROWS)
		return;
	if (c->n == 0)
		begin(c, l);
	else
		c->steps = c->steps && l->number == c->number + 1;
	c->number = l->number;
	c->firsts = (unsigned short)(c->firsts | 1U << l->first);
	c->same_runs = c->same_runs && l->runs == c->runs;
	if (l->first != c->first)
		c->first = SYM_NONE;
	if (l->begins != c->begins)
		c->begins = 0;
	if (l->spread != c->spread)
		c->spread = 0;
	if (l->ends != c->ends)
		c->ends = 0;
	c->every &= l->set;
	c->some |= l->set;
	if (l->len < c->shortest)
		c->shortest = l->len;
	if (l->len > c->longest)
		c->longest = l->len;
	for (i = 0; i < c->n && c->hash[i] != l->hash; i++)
		;
	c->distinct += i == c->n;
	c->total += l->len;
	c->hash[c->n++] = l->hash;
}

static int
stands_in(const struct below *c, const struct looks *l)
{
	size_t i;

	for (i = 0; i < c->n && c->hash[i] != l->hash; i++)
		;
	return i < c->n;
}

/* All cells are of the same classes in the same order, and that is more than one word of kanji. */
static int
has_pattern(const struct below *c)
{
	return c->n > 1 && c->same_runs && (is_typed(c->first) || (c->every >> SYM_DIGIT & 1));
}

static unsigned
of_classes(const struct below *c, const struct looks *l)
{
	unsigned first = is_typed(c->first) || (c->n > 2 && c->first != SYM_KANJI) ? c->first : SYM_NONE;
	int digits = (c->every >> SYM_DIGIT & 1) != 0;

	if (first == SYM_LATIN && l->first == first) /* words, or A-1 */
		return !has_pattern(c) || c->runs == SYM_LATIN ? 0 : l->runs == c->runs ? GOES_ON : BREAKS;
	if (first && l->first == first)
		return is_typed(first) ? GOES_ON : 0;
	if (first)
		return BREAKS;
	if (!is_typed(l->first) && (c->firsts & ~(unsigned)TYPED) == 0)
		return BREAKS;
	if (digits && !looks_has(l, SYM_DIGIT))
		return BREAKS;
	return has_pattern(c) && l->runs == c->runs ? GOES_ON : 0;
}

static unsigned
of_length(const struct below *c, const struct looks *l)
{
	unsigned is = 0;

	if (c->shortest > 2 * l->len || (c->n > 1 && c->total > 3 * c->n * l->len))
		is |= SHORTER;
	if (c->n > 1 && 2 * c->total >= 3 * c->n * l->len && c->total >= c->n * (l->len + 1U))
		is |= WORDIER;
	if (c->n > 2 && c->shortest == c->longest && c->longest <= 3 && l->len != c->longest)
		is |= OTHER_LENGTH;
	return is;
}

unsigned
column_against(const struct below *c, const struct looks *l)
{
	unsigned is;

	if (c->n == 0 || looks_blank(l))
		return 0;
	if (c->n > 1 && c->spread && c->spread == l->spread) /* over more letters or fewer: its length tells nothing */
		return stands_in(c, l) ? GOES_ON | STANDS_AGAIN : GOES_ON;
	is = of_classes(c, l) | of_length(c, l);
	if ((is & BREAKS) && has_pattern(c))
		is |= BREAKS_PATTERN;
	if (c->steps && c->n > 1 && l->number < 0)
		is |= NUMBERED;
	if (stands_in(c, l))
		return (is & ~(unsigned)(BREAKS | BREAKS_PATTERN)) | STANDS_AGAIN;
	if (c->n > 1 && c->distinct > 1 && c->ends && c->ends == l->ends)
		is |= SAME_END;
	if (c->n > 2 && c->distinct > 1 && ((c->ends && c->ends != l->ends) || (c->begins && c->begins != l->begins)))
		is |= OTHER_END;
	if (c->n > 2 && c->distinct < c->n)
		is |= NO_REPEAT;
	if ((c->every >> SYM_HIRAGANA & 1) && !looks_has(l, SYM_HIRAGANA))
		is |= NO_KANA;
	return is;
}

int
column_alike(const struct below *a, const struct below *b)
{
	return a->n && b->n && a->first == b->first && ((a->every ^ b->every) >> SYM_DIGIT & 1) == 0;
}
