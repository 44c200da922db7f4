/* marks.c - what can stand for a grade; see marks.h */
#include "words/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "base/builtin.h"
#include "base/fold.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "words/re.h"
#include "words/rules.h"
#include "base/utf8.h"

static const char *const class_names[] = {
	[MARK_GRADE] = "grade",     [MARK_CIRCLED] = "circled", [MARK_LETTER] = "letter",
	[MARK_ROMAN] = "roman",     [MARK_DIGIT] = "digit",     [MARK_BRACKET] = "bracket",
	[MARK_DASH] = "dash",       [MARK_BLANK] = "blank",     [MARK_SYMBOL] = "symbol",
};
enum { CLASSES = sizeof(class_names) / sizeof(*class_names) };

static struct {
	struct re *any, *blank;
	struct buf of[CLASSES]; /* the rules of each class as one alternation; none: empty */
} pattern_of;

/* What the words for an empty cell begin with: a bit each, by the last two of three bytes. */
enum { BEGINS = 4096, WORD_WINDOW = 48 };
static unsigned char blank_begins[BEGINS / 8];

/* The rules `same`, by variant. Every character of every short cell is looked up here. */
static struct variant {
	uint32_t c;
	struct slice glyph;
} *variant;
static size_t nvariants;

static enum mark_class
class_of(struct slice name)
{
	int i;

	for (i = 1; i < CLASSES; i++)
		if (slice_eq(name, slice_z(class_names[i])))
			return (enum mark_class)i;
	return MARK_NONE;
}

static void
add_alternative(struct buf *all, struct slice pattern)
{
	buf_addz(all, all->n ? "|(?:" : "(?:");
	buf_adds(all, pattern);
	buf_addc(all, ')');
}

static void
add_mark(struct buf *pattern, const struct rule *r)
{
	if (class_of(r->f[1]) == MARK_NONE || r->n < 3)
		die("%s:%lu: no class of marks is called '%.*s'", r->at.file, r->at.line, (int)r->f[1].n, r->f[1].p);
	re_check(r, 2); /* blames the right line */
	add_alternative(&pattern_of.of[class_of(r->f[1])], r->f[2]);
	if (pattern->n)
		buf_addc(pattern, '|');
	buf_addz(pattern, "(*MARK:");
	buf_adds(pattern, r->f[1]);
	buf_addz(pattern, ")(?:");
	buf_adds(pattern, r->f[2]);
	buf_addc(pattern, ')');
}

/* Where C stands among the variants, or belongs. */
static size_t
variant_at(uint32_t c)
{
	size_t from = 0, to = nvariants;

	while (from < to) {
		size_t mid = (from + to) / 2;

		if (variant[mid].c < c)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* The first rule that names a variant decides. */
static void
add_variant(uint32_t c, struct slice glyph)
{
	size_t i = variant_at(c);

	if (i < nvariants && variant[i].c == c)
		return;
	variant = erealloc(variant, (nvariants + 1) * sizeof(*variant));
	memmove(variant + i + 1, variant + i, (nvariants++ - i) * sizeof(*variant));
	variant[i] = (struct variant){c, glyph};
}

static void
add_same(const struct rule *r)
{
	size_t i, len;

	if (r->n < 3)
		die("%s:%lu: which characters are the same?", r->at.file, r->at.line);
	for (i = 0; i < r->f[2].n; i += len)
		add_variant(utf8_next(r->f[2].p + i, r->f[2].n - i, &len), r->f[1]);
}

static unsigned
begins_at(const char *p)
{
	return ((unsigned)(p[0] & 3) << 12 | (unsigned)(p[1] & 0x3f) << 6 | (unsigned)(p[2] & 0x3f)) % BEGINS;
}

/* A word begins with a character that its rule has: those of PATTERN that can. */
static void
add_begins(struct slice pattern)
{
	size_t i, len;

	for (i = 0; i < pattern.n; i += len) {
		struct slice c = {pattern.p + i, 0};

		utf8_next(c.p, pattern.n - i, &len);
		c.n = len;
		if (len == 3 && re_may_begin(pattern_of.blank, c))
			blank_begins[begins_at(c.p) / 8] |= (unsigned char)(1 << begins_at(c.p) % 8);
	}
}

/* The rules of the class alone. */
static void
load_blank_words(const struct rules *all)
{
	struct buf pattern = {0};
	size_t i;

	for (i = 0; i < all->n; i++)
		if (class_of(all->r[i].f[1]) == MARK_BLANK) {
			buf_addz(&pattern, pattern.n ? "|" : "");
			buf_adds(&pattern, all->r[i].f[2]);
		}
	pattern_of.blank = re_new(pattern.n ? slice_of(&pattern) : slice_z("(?!)"), (struct place){"marks.tsv", 0, 0});
	add_begins(slice_of(&pattern));
	buf_free(&pattern);
}

int
mark_is_blank_word(const char *text, size_t n)
{
	if (n < 3 || !(blank_begins[begins_at(text) / 8] >> begins_at(text) % 8 & 1))
		return 0;
	n = utf8_valid(text, n < WORD_WINDOW ? n : WORD_WINDOW);
	return re_match_at(pattern_of.blank, (struct slice){text, n}, 0, (struct place){0});
}

void
marks_load(void)
{
	struct buf pattern = {0};
	struct rules all = {0};
	size_t i;

	if (pattern_of.any)
		return; /* several filters of one process ask */
	rules_load(&all, "marks.tsv", rules_marks);
	for (i = 0; i < all.n; i++)
		if (slice_eq(all.r[i].f[0], slice_z("mark")))
			add_mark(&pattern, &all.r[i]);
		else if (slice_eq(all.r[i].f[0], slice_z("same")))
			add_same(&all.r[i]);
	if (!pattern.n)
		buf_addz(&pattern, "(?!)"); /* a user's table may know of none */
	pattern_of.any = re_new(slice_of(&pattern), (struct place){"marks.tsv", 0, 0});
	buf_free(&pattern);
	load_blank_words(&all);
	free(all.r);
}

void
marks_pattern(struct buf *to, unsigned classes)
{
	size_t from = to->n;
	int i;

	for (i = 1; i < CLASSES; i++)
		if (classes >> i & 1 && pattern_of.of[i].n) {
			buf_addz(to, to->n > from ? "|" : "(?:");
			buf_adds(to, slice_of(&pattern_of.of[i]));
		}
	buf_addz(to, to->n > from ? ")" : "(?!)");
}

size_t
mark_at(struct slice text, enum mark_class *class)
{
	if (text.n == 0 || !re_match_at(pattern_of.any, text, 0, (struct place){0}))
		return *class = MARK_NONE, 0;
	*class = class_of(slice_z(re_mark(pattern_of.any)));
	return re_group(pattern_of.any, 0).n;
}

enum mark_class
mark_whole(struct slice text)
{
	enum mark_class class;
	size_t n;

	while ((n = blank_at(text)))
		text = (struct slice){text.p + n, text.n - n};
	n = mark_at(text, &class);
	text = (struct slice){text.p + n, text.n - n};
	while (n && (n = blank_at(text)))
		text = (struct slice){text.p + n, text.n - n};
	return text.n ? MARK_NONE : class;
}

/* The glyph that stands for C and all its variants. */
static struct slice
glyph(struct slice c)
{
	size_t len;
	uint32_t code = utf8_next(c.p, c.n, &len);
	size_t i = variant_at(code);

	return i < nvariants && variant[i].c == code ? variant[i].glyph : c;
}

static void
make_key(struct buf *to, struct slice mark)
{
	static struct buf folded;
	size_t i = 0, len;

	buf_clear(&folded);
	fold(&folded, mark);
	if (mark_whole(slice_of(&folded)) == MARK_BLANK)
		i = folded.n;
	for (; i < folded.n; i += len) {
		utf8_next(folded.p + i, folded.n - i, &len);
		if (!blank_at((struct slice){folded.p + i, len}))
			buf_adds(to, glyph((struct slice){folded.p + i, len}));
	}
}

/* The cells of a column hold the same few marks: their keys are kept. */
void
mark_key(struct buf *to, struct slice mark)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, mark, 0);
	unsigned long hit = limits_hit();

	if (!e) {
		make_key(to, mark);
		return;
	}
	if (!e->known)
		make_key(&e->text, mark);
	e->known = limits_hit() == hit;
	buf_adds(to, memo_answer(e));
}
