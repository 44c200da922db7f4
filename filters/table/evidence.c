/* evidence.c - weighing what speaks for a header; see table/evidence.h */
#include "table/evidence.h"

#include <stdlib.h>

#include "base/builtin.h"
#include "words/rules.h"

/* What a rule is worth; WORTH is 0 of one that was never counted. Rules of one kind say much the same, and the best of
 * those that fire stands for all. */
static struct {
	double worth;
	unsigned kind;
	int against;
} rule[EVIDENCES];

enum { KINDS = 16 };

static const char *const names[] = {
#define RULE(id, name) name,
	EVIDENCE_RULES(RULE)
#undef RULE
};

enum { SIDE, KIND, NAME, WORTH };

static size_t
rule_named(const struct rule *r)
{
	size_t i;

	for (i = 0; i < EVIDENCES; i++)
		if (slice_eq(r->f[NAME], slice_z(names[i])))
			return i;
	die("%s:%lu: not a rule of evidence: %.*s", r->at.file, r->at.line, (int)r->f[NAME].n, r->f[NAME].p);
}

/* The kinds that the table has named so far. */
struct kinds {
	struct slice name[KINDS];
	unsigned n;
};

/* The number of a kind, by its name in the table. */
static unsigned
kind_named(struct slice name, struct kinds *all)
{
	unsigned i;

	for (i = 0; i < all->n && !slice_eq(all->name[i], name); i++)
		;
	if (i == all->n && all->n < KINDS)
		all->name[all->n++] = name;
	return i;
}

/* A number from 0 to 1 with three digits behind the point. */
static double
worth_of(const struct rule *r)
{
	char text[16] = {0};
	size_t i;

	for (i = 0; i < r->f[WORTH].n && i + 1 < sizeof(text); i++)
		text[i] = r->f[WORTH].p[i];
	return strtod(text, NULL);
}

void
evidence_load(void)
{
	struct rules rules = {0};
	struct kinds kinds = {0};
	size_t i;

	rules_load(&rules, "evidence.tsv", rules_evidence);
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];
		size_t id = rule_named(r);

		rule[id].worth = worth_of(r);
		rule[id].kind = kind_named(r->f[KIND], &kinds);
		rule[id].against = !slice_eq(r->f[SIDE], slice_z("header"));
	}
	free(rules.r);
}

double
evidence_weigh(evidence_set fired)
{
	double best[KINDS + 1] = {0}, header = 1, other = 1; /* what is left of the doubt */
	int against[KINDS + 1] = {0};
	size_t i;

	for (i = 0; i < EVIDENCES; i++)
		if ((fired >> i & 1) && rule[i].worth > best[rule[i].kind]) {
			best[rule[i].kind] = rule[i].worth;
			against[rule[i].kind] = rule[i].against;
		}
	for (i = 0; i < KINDS; i++)
		if (against[i])
			other *= 1 - best[i];
		else
			header *= 1 - best[i];
	return (1 - header) * other / ((1 - header) * other + (1 - other) * header + 1e-9);
}

void
evidence_names(struct buf *to, evidence_set fired)
{
	size_t i;

	for (i = 0; i < EVIDENCES; i++) {
		if (!(fired >> i & 1))
			continue;
		if (to->n && to->p[to->n - 1] != '\t')
			buf_addc(to, ' ');
		buf_addz(to, names[i]);
	}
}
