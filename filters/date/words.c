/* words.c - the words of dates; see date/words.h */
#include "date/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "date/char.h"
#include "words/rules.h"

enum { FIELD_CLASS, FIELD_WORD, FIELD_VALUE };

static const struct class {
	const char *name;
	unsigned first, any; /* classes of characters */
} classes[W_CLASSES] = {
#define X(name, class, first, any) [W_##class] = {name, first, any},
	WORD_CLASSES(X)
#undef X
};

uint16_t wordchar_of[WORDCHAR_END];
struct wordchar wordchars[WORDCHARS];

static struct word *words; /* by their first character, then longest first */
static size_t count, chars;

static enum word_class
class_of(const struct rule *r)
{
	int i;

	for (i = 0; i < W_CLASSES; i++)
		if (slice_eq(r->f[FIELD_CLASS], slice_z(classes[i].name)))
			return (enum word_class)i;
	die("%s:%lu: not a class of words: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* yfm: units. */
static int
units(struct slice s)
{
	static const char letters[] = "yfmdqgea";
	int bits = 0;
	size_t i;

	for (i = 0; i < s.n; i++) {
		const char *p = memchr(letters, s.p[i], sizeof(letters) - 1);

		bits |= p ? 1 << (p - letters) : 0;
	}
	return bits;
}

static int
value_of(struct slice s)
{
	static const struct {
		const char *name;
		int value;
	} names[] = {
		{"now", V_NOW}, {"near", V_NEAR}, {"year", UNIT_YEAR}, {"fiscal", UNIT_FISCAL}, {"month", UNIT_MONTH},
		{"day", UNIT_DAY}, {"week", UNIT_WEEK}, {"season", UNIT_SEASON}, {"-", 0}, {"first", 1}, {"last", 2},
	};
	char number[8] = "";
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_eq(s, slice_z(names[i].name)))
			return names[i].value;
	memcpy(number, s.p, s.n < sizeof(number) - 1 ? s.n : sizeof(number) - 1);
	return atoi(number);
}

static void
set_text(struct word *w, const struct rule *r)
{
	struct buf folded = {0};
	size_t i, len;

	fold(&folded, r->f[FIELD_WORD]);
	for (i = 0; i < folded.n && w->n < WORD_LENGTH; i += len)
		w->c[w->n++] = utf8_next(folded.p + i, folded.n - i, &len);
	if (i < folded.n || w->n == 0 || w->c[0] >= WORDCHAR_END || w->c[w->n - 1] >= WORDCHAR_END)
		die("%s:%lu: not a word", r->at.file, r->at.line);
	buf_free(&folded);
}

/* The classes that stands_before() is asked for. */
static int
stands_first(const struct word *w)
{
	return word_in(w, WORDS4(W_COUNT_BEFORE, W_SPAN_BEFORE, W_GENERIC_BEFORE, W_THE)) ||
	    word_in(w, WORDS2(W_RADIUS, W_VERSION));
}

static void
add_word(struct word *w, const struct rule *r)
{
	const struct class *c;
	size_t i;

	*w = (struct word){.class = class_of(r)};
	set_text(w, r);
	for (i = FIELD_VALUE; i < r->n && i < FIELD_VALUE + WORD_VALUES; i++)
		w->v[i - FIELD_VALUE] = w->class == W_COUNT ? units(r->f[i]) : value_of(r->f[i]);
	c = &classes[w->class];
	date_chars[w->c[0]] |= c->first | c->any;
	for (i = 1; i < w->n; i++)
		if (w->c[i] < DC_END)
			date_chars[w->c[i]] |= c->any;
	if (stands_first(w) && w->c[w->n - 1] < DC_END)
		date_chars[w->c[w->n - 1]] |= DC_ENDS;
}

static int
by_first(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (x->c[0] != y->c[0])
		return x->c[0] < y->c[0] ? -1 : 1;
	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->class != y->class ? x->class < y->class ? -1 : 1 : memcmp(x->c, y->c, sizeof(x->c));
}

static struct wordchar *
char_of(uint32_t c)
{
	if (!wordchar_of[c]) {
		if (++chars == WORDCHARS)
			die("dates.tsv: too many characters");
		wordchar_of[c] = (uint16_t)chars;
	}
	return &wordchars[wordchar_of[c]];
}

/* From the last word to the first. */
static void
add_chars(const struct word *w)
{
	struct wordchar *first = char_of(w->c[0]), *last = char_of(w->c[w->n - 1]);
	int half = w->class / 64;
	uint64_t bit = UINT64_C(1) << w->class % 64;

	first->first = w;
	first->begin.bits[half] |= bit;
	last->end.bits[half] |= bit;
}

void
words_load(void)
{
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, "dates.tsv", rules_dates);
	words = emalloc((rules.n + 1) * sizeof(*words));
	words[rules.n].c[0] = 0; /* the end */
	count = rules.n;
	for (i = 0; i < count; i++)
		add_word(&words[i], &rules.r[i]);
	qsort(words, count, sizeof(*words), by_first);
	for (i = count; i > 0; i--)
		add_chars(&words[i - 1]);
	free(rules.r);
}
