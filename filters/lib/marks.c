/* marks.c - what can stand for a grade; see marks.h */
#include "marks.h"

#include <string.h>

#include "blank.h"
#include "builtin.h"
#include "fold.h"
#include "re.h"
#include "rules.h"
#include "utf8.h"

static const char *const class_names[] = {
	[MARK_GRADE] = "grade",     [MARK_CIRCLED] = "circled", [MARK_LETTER] = "letter",
	[MARK_ROMAN] = "roman",     [MARK_DIGIT] = "digit",     [MARK_BRACKET] = "bracket",
	[MARK_DASH] = "dash",       [MARK_BLANK] = "blank",     [MARK_SYMBOL] = "symbol",
};
enum { CLASSES = sizeof(class_names) / sizeof(*class_names) };

static struct re *any_mark;
static struct rules same; /* the rules `same`: f[1] the glyph, f[2] its variants */

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
add_mark(struct buf *pattern, const struct rule *r)
{
	if (class_of(r->f[1]) == MARK_NONE || r->n < 3)
		die("%s:%lu: no class of marks is called '%.*s'", r->at.file, r->at.line, (int)r->f[1].n, r->f[1].p);
	re_free(re_new(r->f[2], r->at)); /* blames the right line */
	if (pattern->n)
		buf_addc(pattern, '|');
	buf_addz(pattern, "(*MARK:");
	buf_adds(pattern, r->f[1]);
	buf_addz(pattern, ")(?:");
	buf_adds(pattern, r->f[2]);
	buf_addc(pattern, ')');
}

void
marks_load(const char *file)
{
	struct buf pattern = {0};
	struct rules all = {0};
	size_t i;

	rules_load(&all, file, rules_marks, "marks.tsv");
	for (i = 0; i < all.n; i++)
		if (slice_eq(all.r[i].f[0], slice_z("mark")))
			add_mark(&pattern, &all.r[i]);
	any_mark = re_new(slice_of(&pattern), (struct place){"marks.tsv", 0, 0});
	buf_free(&pattern);
	same = all;
}

size_t
mark_at(struct slice text, enum mark_class *class)
{
	if (text.n == 0 || !re_match_at(any_mark, text, 0, (struct place){0}))
		return *class = MARK_NONE, 0;
	*class = class_of(slice_z(re_mark(any_mark)));
	return re_group(any_mark, 0).n;
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
	size_t i, j, len;

	for (i = 0; i < same.n; i++) {
		struct slice v = same.r[i].f[2];

		if (!slice_eq(same.r[i].f[0], slice_z("same")))
			continue;
		for (j = 0; j < v.n; j += len) {
			utf8_next(v.p + j, v.n - j, &len);
			if (slice_eq(c, (struct slice){v.p + j, len}))
				return same.r[i].f[1];
		}
	}
	return c;
}

void
mark_key(struct buf *to, struct slice mark)
{
	struct buf folded = {0};
	size_t i = 0, len;

	fold(&folded, mark);
	if (mark_whole(slice_of(&folded)) == MARK_BLANK)
		i = folded.n;
	for (; i < folded.n; i += len) {
		utf8_next(folded.p + i, folded.n - i, &len);
		if (!blank_at((struct slice){folded.p + i, len}))
			buf_adds(to, glyph((struct slice){folded.p + i, len}));
	}
	buf_free(&folded);
}
