/* phrases.c - the patterns of phrases.tsv; see words/phrases.h */
#include "words/phrases.h"

#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/utf8.h"
#include "words/begins.h"
#include "words/rules.h"

static const char *const names[PHRASES] = {
#define RULE(id, name) name,
	PHRASE_RULES(RULE)
#undef RULE
};

static struct {
	struct re *re[PHRASES];
	struct slice text[PHRASES];
	struct begins *begins[PHRASES]; /* NULL: not asked for yet */
	int loaded;
} phrases;

static size_t
phrase_named(const struct rule *r)
{
	size_t i;

	for (i = 0; i < PHRASES; i++)
		if (r->n > 1 && slice_eq(r->f[0], slice_z(names[i])))
			return i;
	die("%s:%lu: no phrase is called '%.*s'", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* (?|: each alternative counts its groups from 1. A pattern that stands alone stays as it is. */
static void
add(struct buf *all, struct slice pattern)
{
	struct buf before = *all;

	*all = (struct buf){0};
	if (!before.n) {
		buf_adds(all, pattern);
		return;
	}
	buf_addz(all, "(?|(?:");
	buf_adds(all, slice_of(&before));
	buf_addz(all, ")|(?:");
	buf_adds(all, pattern);
	buf_addz(all, "))");
	buf_free(&before);
}

void
phrases_load(void)
{
	struct buf all[PHRASES] = {{0}};
	struct rules rules = {0};
	size_t i, k;

	if (phrases.loaded)
		return; /* several filters of one process ask */
	phrases.loaded = 1;
	rules_load(&rules, "phrases.tsv", rules_phrases);
	for (i = 0; i < rules.n; i++) {
		k = phrase_named(&rules.r[i]);
		re_check(&rules.r[i], 1); /* blames the right line */
		if (k == PHRASE_REPEAT_HAS && all[k].n)
			continue; /* no pattern: the first line counts */
		add(&all[k], rules.r[i].f[1]);
	}
	for (k = 0; k < PHRASES; k++) {
		if (!all[k].n)
			buf_addz(&all[k], "(?!)"); /* a user's table may know of none */
		phrases.text[k] = slice_of(&all[k]);
		phrases.re[k] = re_new(phrases.text[k], (struct place){"phrases.tsv", 0, 0});
	}
	free(rules.r);
}

struct re *
phrase(enum phrase phrase)
{
	return phrases.re[phrase];
}

struct slice
phrase_text(enum phrase phrase)
{
	return phrases.text[phrase];
}

int
phrase_in(enum phrase phrase, struct slice s, struct place at)
{
	return re_match(phrases.re[phrase], s, 0, at);
}

int
phrase_at(enum phrase phrase, struct slice s, size_t start)
{
	return re_match_at(phrases.re[phrase], s, start, (struct place){0});
}

int
phrase_may_begin(enum phrase phrase, uint32_t c)
{
	struct begins **b = &phrases.begins[phrase];
	char text[4];

	if (!*b) {
		*b = emalloc(sizeof(**b));
		memset(*b, 0, sizeof(**b));
	}
	return begins_may(*b, phrases.re[phrase], (struct slice){text, utf8_put(text, c)});
}
