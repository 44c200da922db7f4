/* rules.c - the patterns of words/legend.tsv; see legend/rules.h */
#include "legend/rules.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "legend/entry.h"
#include "legend/prose.h"
#include "stream/matchlimit.h"
#include "words/begins.h"
#include "words/marks.h"
#include "words/rules.h"
#include "words/stateword.h"
#include "words/own.h"

struct legend_rules legend_rules;
struct place legend_at;

static struct {
	struct re *ahead, *behind, *any; /* any: either */
	struct begins begins;            /* of any */
} sep;

void
legend_at_line(unsigned long line)
{
	legend_at.line = line;
	limits_reading(legend_at.file, line);
}

static const char *const kinds[] = {
	[SEP_DOTS] = "dots",   [SEP_COLON] = "colon", [SEP_EQUAL] = "equal",     [SEP_ARROW] = "arrow",
	[SEP_TOPIC] = "topic", [SEP_COMMA] = "comma", [SEP_DASH] = "dash",       [SEP_BRACKET] = "bracket",
	[SEP_STOP] = "stop",
};
enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

static enum sep_kind
kind_of(struct slice name)
{
	int k;

	for (k = 1; k < KINDS; k++)
		if (slice_eq(name, slice_z(kinds[k])))
			return (enum sep_kind)k;
	return SEP_NO;
}

/* One alternative more, the last field of R. */
static void
add_alternative(struct buf *all, const struct rule *r)
{
	re_check(r, r->n - 1); /* blames the right line */
	buf_addz(all, all->n ? "|(?:" : "(?:");
	buf_adds(all, r->f[r->n - 1]);
	buf_addc(all, ')');
}

/* The pattern of ALL alternatives. */
static struct re *
pattern_of(struct buf *all)
{
	struct re *re = re_new(all->n ? slice_of(all) : slice_z("(?!)"), (struct place){"legend.tsv", 0, 0});

	buf_free(all);
	return re;
}

/* One alternation for all rules called NAME. */
static void
add_alternatives(struct buf *all, const struct rules *rules, const char *name)
{
	size_t i;

	for (i = 0; i < rules->n; i++)
		if (rules->r[i].n > 1 && slice_eq(rules->r[i].f[0], slice_z(name)))
			add_alternative(all, &rules->r[i]);
}

static struct re *
alternation(const struct rules *rules, const char *name)
{
	struct buf all = {0};

	add_alternatives(&all, rules, name);
	return pattern_of(&all);
}

static int
looks_back(struct slice pattern)
{
	return pattern.n > 3 && memcmp(pattern.p, "(?<", 3) == 0 && strchr("=!", pattern.p[3]);
}

/* The rules `sep`, each with its kind and, so that the first one decides, how many there are before it. Those that look
 * back stand by themselves: of the others the first character tells nearly everywhere that none matches. With all of
 * them in one pattern, a sixth of this process went there on documents of many short lines. */
static void
separators(const struct rules *rules)
{
	struct buf ahead = {0}, behind = {0}, any = {0};
	size_t i;

	for (i = 0; i < rules->n; i++) {
		const struct rule *r = &rules->r[i];
		struct buf *all = looks_back(r->f[r->n - 1]) ? &behind : &ahead;

		if (!slice_eq(r->f[0], slice_z("sep")))
			continue;
		add_alternative(all, r);
		buf_addz(all, "(*MARK:");
		buf_addc(all, (char)('A' + kind_of(r->f[1])));
		buf_addu(all, i);
		buf_addc(all, ')');
	}
	buf_adds(&any, slice_of(&ahead));
	buf_addz(&any, ahead.n && behind.n ? "|" : "");
	buf_adds(&any, slice_of(&behind));
	sep.any = pattern_of(&any);
	sep.ahead = pattern_of(&ahead);
	sep.behind = pattern_of(&behind);
}

/* What a line needs for an entry, or to be PROSE that defines marks. */
static void
needs(const struct rules *rules, struct slice prose)
{
	enum { STRONG, TOPIC, BRACKET, OTHERS, PREFIX, PARTS };
	struct buf part[PARTS] = {{0}};
	size_t i;

	for (i = 0; i < rules->n; i++)
		if (slice_eq(rules->r[i].f[0], slice_z("sep"))) {
			enum sep_kind kind = kind_of(rules->r[i].f[1]);

			add_alternative(&part[sep_is_strong(kind) ? STRONG : kind == SEP_TOPIC ? TOPIC : kind == SEP_BRACKET ? BRACKET : OTHERS], &rules->r[i]);
		}
	add_alternatives(&part[PREFIX], rules, "prefix");
	for (i = 0; i < PARTS; i++)
		buf_addz(&part[i], part[i].n ? "" : "(?!)");
	legend_rules.entry = entry_pattern(&(struct entry_parts){slice_of(&part[PREFIX]), slice_of(&part[STRONG]),
	    slice_of(&part[TOPIC]), slice_of(&part[BRACKET]), slice_of(&part[OTHERS]), legend_rules.own}, prose, &legend_rules.either, &legend_rules.inside);
	for (i = 0; i < PARTS; i++)
		buf_free(&part[i]);
}

static const struct {
	const char *name;
	size_t where; /* in struct legend_rules */
} tables[] = {
	{"title", offsetof(struct legend_rules, title)}, {"prefix", offsetof(struct legend_rules, prefix)},
	{"state", offsetof(struct legend_rules, state)}, {"word", offsetof(struct legend_rules, word)},
	{"not", offsetof(struct legend_rules, not)},     {"count", offsetof(struct legend_rules, count)},
	{"speech", offsetof(struct legend_rules, speech)}, {"tail", offsetof(struct legend_rules, tail)},
	{"head", offsetof(struct legend_rules, head)},   {"corner", offsetof(struct legend_rules, corner)},
	{"below", offsetof(struct legend_rules, below)}, {"sure", offsetof(struct legend_rules, sure)},
	{"signs", offsetof(struct legend_rules, signs)}, {"states", offsetof(struct legend_rules, states)},
	{"means", offsetof(struct legend_rules, means)},
};
enum { TABLES = sizeof(tables) / sizeof(*tables) };

static int
is_known(struct slice name)
{
	size_t i;

	for (i = 0; i < TABLES; i++)
		if (slice_eq(name, slice_z(tables[i].name)))
			return 1;
	return slice_eq(name, slice_z("sep")) || slice_eq(name, slice_z("mark")) || slice_eq(name, slice_z("same")) ||
	       slice_eq(name, slice_z("define")) || slice_eq(name, slice_z("alone"));
}

static void
check(const struct rule *r)
{
	if (!is_known(r->f[0]) || r->n < 2)
		die("%s:%lu: no rule of a legend is called '%.*s'", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
	if (slice_eq(r->f[0], slice_z("sep")) && (r->n < 3 || kind_of(r->f[1]) == SEP_NO))
		die("%s:%lu: no kind of separator is called '%.*s'", r->at.file, r->at.line, (int)r->f[1].n, r->f[1].p);
}

static int
has_own(const char *table)
{
	size_t at = 0;

	return own_rules_next(table, &at) != NULL;
}

void
legend_rules_load(void)
{
	struct rules rules = {0};
	struct buf prose = {0};
	size_t i;

	rules_load(&rules, "legend.tsv", rules_legend);
	for (i = 0; i < rules.n; i++)
		check(&rules.r[i]);
	marks_load();
	legend_rules.own = has_own("legend.tsv") || has_own("marks.tsv");
	legend_prose_load(&rules, &prose);
	separators(&rules);
	needs(&rules, slice_of(&prose));
	buf_free(&prose);
	for (i = 0; i < TABLES; i++)
		*(struct re **)((char *)&legend_rules + tables[i].where) = alternation(&rules, tables[i].name);
	free(rules.r);
	statewords_load();
}

/* The place among the rules of the one that has just matched, by the mark of RE. */
static unsigned long
order(const struct re *re)
{
	return strtoul(re_mark(re) + 1, NULL, 10);
}

enum sep_kind
sep_at(struct slice text, size_t start, size_t *n)
{
	int may = start == text.n || (begins_may(&sep.begins, sep.any, (struct slice){text.p + start, text.n - start}) &&
	                              re_may_match_at(sep.any, text, start));
	int ahead = may && re_match_at(sep.ahead, text, start, legend_at);
	int behind = may && re_match_at(sep.behind, text, start, legend_at);

	if (ahead || behind) {
		struct re *re = ahead && (!behind || order(sep.ahead) < order(sep.behind)) ? sep.ahead : sep.behind;

		*n = re_group(re, 0).n;
		return (enum sep_kind)(re_mark(re)[0] - 'A');
	}
	for (*n = 0; start + *n < text.n && text.p[start + *n] == ' '; ++*n)
		;
	return start + *n < text.n ? SEP_LOOSE : SEP_NO;
}

int
sep_is_strong(enum sep_kind k)
{
	return k == SEP_DOTS || k == SEP_COLON || k == SEP_EQUAL || k == SEP_ARROW;
}

int
has(struct re *re, struct slice s)
{
	return re_match(re, s, 0, legend_at);
}

int
is_all(struct re *re, struct slice s)
{
	return re_match_at(re, s, 0, legend_at) && re_group(re, 0).n == s.n;
}

int
speaks_of_state(struct slice s)
{
	return has(legend_rules.state, s) || state_word(s, legend_at) != STATE_WORD_NONE;
}
