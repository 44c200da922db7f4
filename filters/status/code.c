/* code.c - the code of a meaning; see status/code.h */
#include "status/code.h"

#include <stdlib.h>

#include "base/builtin.h"
#include "base/scan.h"
#include "words/marks.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "words/re.h"
#include "words/rules.h"
#include "words/columns.h"

/* Words enough to say what a grade means; a page of text is no meaning. */
enum { MEANING_BYTES = 4096 };

struct coderule {
	struct re *re;
	struct slice code;
	/* what it is for: any words; meanings of a legend, signs, remarks only */
	enum asked { OF_WORDS, OF_LEGEND, OF_SIGN, OF_REMARK } of;
};

/* Rules that follow one another and are asked together: one walk says of most texts that none of them matches. More in
 * a group leave less to ask, and are more states to make. */
enum { GROUPED = 16 };

struct rulegroup {
	struct re *any; /* all of them */
	size_t end;     /* behind the last one */
};

static struct {
	struct coderule *rule;
	size_t n;
	struct rulegroup *group;
} all;

static int
is_code(struct slice s)
{
	static const char *const codes[] = {
		"-", "done", "partial", "in-progress", "ongoing", "planned",
		"not-started", "uncertain", "delayed", "stopped", "not-applicable",
	};
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (slice_eq(s, slice_z(codes[i])))
			return 1;
	return 0;
}

static enum asked
rule_is_for(struct slice code)
{
	char last = code.n > 1 ? code.p[code.n - 1] : 0;

	return last == '=' ? OF_LEGEND : last == '~' ? OF_SIGN : last == '?' ? OF_REMARK : OF_WORDS;
}

static int
counts(enum asked for_, enum asked of)
{
	return for_ == of || (for_ == OF_WORDS && of == OF_LEGEND);
}

/* The group of the rules from FIRST on, in RULES: as many as are for the same. */
static struct rulegroup
group_of(const struct rules *rules, size_t first)
{
	struct buf words = {0};
	struct rulegroup g = {NULL, first};

	for (; g.end < rules->n && g.end < first + GROUPED && all.rule[g.end].of == all.rule[first].of; g.end++) {
		buf_addz(&words, g.end > first ? "|(?:" : "(?:");
		buf_adds(&words, rules->r[g.end].f[1]);
		buf_addc(&words, ')');
	}
	g.any = re_new(slice_of(&words), rules->r[first].at);
	buf_free(&words);
	return g;
}

static void
make_groups(const struct rules *rules)
{
	size_t i, n = 0;

	all.group = emalloc((rules->n + 1) * sizeof(*all.group));
	for (i = 0; i < rules->n; i = all.group[n++].end)
		all.group[n] = group_of(rules, i);
}

void
statuscode_load(void)
{
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, "status.tsv", rules_status);
	all.rule = emalloc((rules.n + 1) * sizeof(*all.rule));
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];

		struct slice code = r->f[0];

		all.rule[i].of = rule_is_for(code);
		code.n -= all.rule[i].of != OF_WORDS;
		if (r->n < 2 || !is_code(code))
			die("%s:%lu: not a status code: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
		all.rule[i].code = code.n == 1 ? (struct slice){"", 0} : code;
		re_check(r, 1);
		all.rule[i].re = re_new(r->f[1], r->at);
	}
	all.n = rules.n;
	make_groups(&rules);
	free(rules.r);
}

/* The number of the first rule that MEANING matches; all.n if there is none. */
static size_t
search(struct slice meaning, enum asked of, struct place at)
{
	static struct buf folded;
	const struct rulegroup *g;
	size_t i = 0;

	buf_clear(&folded);
	if (meaning.n <= MEANING_BYTES)
		label_fold(&folded, meaning);
	if (folded.n == 0)
		return all.n;
	for (g = all.group; i < all.n; g++) {
		int any = counts(all.rule[i].of, of) && re_may_match(g->any, slice_of(&folded));

		for (; i < g->end; i++)
			if (any && re_match(all.rule[i].re, slice_of(&folded), 0, at))
				return i;
	}
	return all.n;
}

/* The first rule that MEANING matches; NULL if there is none. The documents of an office share their
 * legends: with what was found kept, a third of this filter's time on small documents is saved. */
static const struct coderule *
rule_for(struct slice meaning, enum asked of, struct place at)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, meaning, (int)of);
	unsigned long hit = limits_hit();
	size_t i = e && e->known ? (size_t)e->result : search(meaning, of, at);

	if (e) {
		e->result = (int)i;
		e->known = limits_hit() == hit;
	}
	return i < all.n ? &all.rule[i] : NULL;
}

static struct slice
code_of(struct slice meaning, enum asked of, struct place at)
{
	const struct coderule *r = rule_for(meaning, of, at);

	return r ? r->code : (struct slice){"", 0};
}

struct slice
statuscode_of(struct slice meaning, struct place at)
{
	return code_of(meaning, OF_WORDS, at);
}

int
statuscode_knows(struct slice meaning, struct place at)
{
	return rule_for(meaning, OF_WORDS, at) != NULL;
}

/* CODE says that it is over. */
static int
is_over(struct slice code)
{
	static const char *const before[] = {"in-progress", "planned", "not-started", "delayed", "uncertain"};
	size_t i;

	for (i = 0; i < sizeof(before) / sizeof(*before); i++)
		if (slice_eq(code, slice_z(before[i])))
			return 0;
	return 1;
}

int
statuscode_takes_back(struct slice remark, struct slice code, struct place at)
{
	const struct coderule *r = rule_for(remark, OF_REMARK, at);

	return r && (r->code.n == 0 || is_over(code));
}

/* A word says itself what it is: its meaning may be a condition (not begun: nothing is planned yet). One of ASCII, OK, is as
 * often a mark, and what the document says of it counts, be it too little for a code: OK for what is not at an end is not done. */
struct slice
statuscode_of_grade(struct slice mark, struct slice meaning, struct place at)
{
	int latin = scan_ascii(mark.p, mark.n) == mark.n;
	const struct coderule *said = latin ? rule_for(meaning, OF_LEGEND, at) : NULL;
	struct slice code = {"", 0};

	if (said)
		return said->code;
	if (mark_whole(mark) == MARK_NONE)
		code = code_of(mark, OF_LEGEND, at);
	return code.n ? code : code_of(meaning, OF_LEGEND, at);
}

struct slice
statuscode_of_sign(struct slice mark, struct place at)
{
	return code_of(mark, OF_SIGN, at);
}

int
statuscode_unticked(struct slice mark, struct slice code, struct place at)
{
	static const char empty[] = "not-started";
	const struct coderule *sign = rule_for(mark, OF_SIGN, at);

	if (sign && sign->code.n == 0) /* a cross */
		return slice_eq(code, slice_z("done"));

	return code.n && !slice_eq(code, slice_z(empty)) && !slice_eq(code, slice_z("planned")) &&
	       slice_eq(statuscode_of_sign(mark, at), slice_z(empty));
}
