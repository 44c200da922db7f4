/* stateword.c - the words for states that status.tsv has; see words/stateword.h */
#include "words/stateword.h"

#include <stdlib.h>

#include "base/builtin.h"
#include "base/utf8.h"
#include "words/begins.h"
#include "words/lists.h"
#include "words/re.h"
#include "words/rules.h"

/* How a mark begins: of a user's rule, and of another. */
enum { OWN = 'a', BUILT_IN = 'A' };

static struct re *words; /* all rules, each of which says by its mark what it is */
static struct begins begun; /* most texts begin like no word for a state */

/* A code with =, ~ or ? behind it is for meanings of a legend, for signs, for remarks: status.tsv. */
static int
is_for_words(struct slice code)
{
	char last = code.p[code.n - 1];

	return last != '=' && last != '~' && last != '?';
}

static enum state_word
kind_of(struct slice code)
{
	if (slice_eq(code, slice_z("-")))
		return STATE_WORD_NONE;
	return slice_eq(code, slice_z("planned")) ? STATE_WORD_PLAN : STATE_WORD;
}

void
statewords_load(void)
{
	struct buf all = {0};
	struct rules rules = {0};
	size_t i;

	if (words)
		return; /* several filters of one process ask */
	lists_load();
	rules_load(&rules, "status.tsv", rules_status);
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];

		if (r->n < 2 || r->f[0].n == 0 || !is_for_words(r->f[0]))
			continue; /* of what is no rule tanzaku-status speaks */
		re_check(r, 1);
		buf_addz(&all, all.n ? "|(?:" : "\\A(?:(?:");
		buf_adds(&all, r->f[1]);
		buf_addz(&all, ")\\z(*MARK:");
		buf_addc(&all, (char)((r->own ? OWN : BUILT_IN) + (int)kind_of(r->f[0])));
		buf_addc(&all, ')');
	}
	buf_addz(&all, all.n ? ")" : "(?!)");
	words = re_new(slice_of(&all), (struct place){"status.tsv", 0, 0});
	buf_free(&all);
	free(rules.r);
}

/* 旧機の停止 is a piece of work: a word has no particle inside. */
static int
is_one_word(struct slice text)
{
	size_t i, len;

	for (i = 0; i < text.n; i += len) {
		struct slice rest = {text.p + i, text.n - i};

		if (i && list_begins(LIST_JOINT, rest))
			return 0;
		utf8_next(rest.p, rest.n, &len);
	}
	return 1;
}

enum state_word
state_word(struct slice text, struct place at)
{
	char mark;

	if (text.n == 0 || !begins_may(&begun, words, text) || !re_match_at(words, text, 0, at))
		return STATE_WORD_NONE;
	mark = *re_mark(words);
	if (mark >= OWN)
		return (enum state_word)(mark - OWN);
	return is_one_word(text) ? (enum state_word)(mark - BUILT_IN) : STATE_WORD_NONE;
}
