/* tablekind.c - rows and lines that are known by their words; see tablekind.h */
#include "tablekind.h"

#include <string.h>

#include "blank.h"
#include "re.h"
#include "tablecell.h"

enum {
	LABEL_BYTES = 60,
	INTERLUDE_BYTES = 120 /* forty kanji */
};

static struct buf label;

/* FIELD, folded, matches PATTERN. */
static int
says(struct slice field, const char *pattern, struct re **re)
{
	if (!*re)
		*re = re_new(slice_z(pattern), (struct place){"tablekind.c", 0, 0});
	buf_clear(&label);
	label_fold(&label, field);
	return label.n && re_match(*re, slice_of(&label), 0, (struct place){0});
}

/* Looked for by the last byte: every tenth character of Japanese text has the same first one. */
int
text_has(struct slice field, const char *word)
{
	size_t n = strlen(word);
	const char *p, *end = field.p + field.n, *hit;

	if (field.n < n)
		return 0;
	p = field.p + n - 1;
	while ((hit = end > p ? memchr(p, word[n - 1], (size_t)(end - p)) : NULL)) {
		if (memcmp(hit - (n - 1), word, n) == 0)
			return 1;
		p = hit + 1;
	}
	return 0;
}

int
is_total(const struct rec *r)
{
	static struct re *re;
	struct slice rest = r->rest, f;

	while (next_cell(&rest, &f) && blank_field(f))
		;
	return f.n <= LABEL_BYTES && text_has(f, "計") && says(f, "\\A[(<【]?(?:(?:合|小|総|累|総合|全体)?計)[)>】]?\\z", &re);
}

int
is_repeat(const struct rec *r)
{
	static struct re *re;
	struct slice rest = r->rest, f;

	if (!text_has(rest, "再")) /* in no cell */
		return 0;
	while (next_cell(&rest, &f))
		if (f.n <= 4 * LABEL_BYTES && text_has(f, "再") && says(f, "\\A再掲\\z|[(<【\\[〔]再掲[)>】\\]〕]", &re))
			return 1;
	return 0;
}

int
is_interlude(const struct rec *r)
{
	static struct re *re;

	if (r->kind != K_TEXT || r->rest.n > INTERLUDE_BYTES || !is_utf8(r->rest))
		return 0;
	return !says(r->rest, "\\A(?:[<【\\[(]?(?:表|図|別表|別紙|別添|参考|資料|様式)|.*(?:一覧表?|の表|内訳|集計表?)(?:[)】]|\\z))", &re);
}

int
is_title(const struct rec *r)
{
	struct slice rest = r->rest, f;
	size_t filled = 0;

	while (filled < 2 && next_cell(&rest, &f))
		filled += !blank_field(f);
	return filled < 2;
}
