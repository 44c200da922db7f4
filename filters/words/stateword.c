/* states.c - the words for states that status.tsv has; see words/states.h */
#include "words/states.h"

#include <stdlib.h>

#include "base/builtin.h"
#include "words/re.h"
#include "words/rules.h"

static struct re *words; /* all rules, each of which says by its mark whether it gives a code */

/* A code with = or ~ behind it is for meanings of a legend, or for signs: status.tsv. */
static int
is_for_words(struct slice code)
{
	char last = code.p[code.n - 1];

	return last != '=' && last != '~';
}

void
states_load(void)
{
	struct buf all = {0};
	struct rules rules = {0};
	size_t i;

	if (words)
		return; /* several filters of one process ask */
	rules_load(&rules, "status.tsv", rules_status);
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];

		if (r->n < 2 || r->f[0].n == 0 || !is_for_words(r->f[0]))
			continue; /* of what is no rule tanzaku-status speaks */
		re_check(r, 1);
		buf_addz(&all, all.n ? "|(?:" : "\\A(?:(?:");
		buf_adds(&all, r->f[1]);
		buf_addz(&all, slice_eq(r->f[0], slice_z("-")) ? ")\\z(*MARK:-)" : ")\\z(*MARK:+)");
	}
	buf_addz(&all, all.n ? ")" : "(?!)");
	words = re_new(slice_of(&all), (struct place){"status.tsv", 0, 0});
	buf_free(&all);
	free(rules.r);
}

int
state_is_word(struct slice text, struct place at)
{
	return text.n && re_match_at(words, text, 0, at) && *re_mark(words) == '+';
}
