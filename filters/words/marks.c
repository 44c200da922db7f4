/* marks.c - what can stand for a grade; see marks.h */
#include "words/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "base/builtin.h"
#include "base/fold.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "words/begins.h"
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
	struct re *any;
	struct begins begins;   /* of any */
	struct buf of[CLASSES]; /* the rules of each class as one alternation; none: empty */
} pattern_of;

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
	if (text.n == 0 || !begins_may(&pattern_of.begins, pattern_of.any, text) || !re_match_at(pattern_of.any, text, 0, (struct place){0}))
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
