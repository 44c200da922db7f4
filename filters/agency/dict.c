/* dict.c - the dictionary of organisations; see agency/dict.h */
#include "agency/dict.h"

#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/memo.h"
#include "stream/matchlimit.h"
#include "words/phrases.h"
#include "words/rules.h"

/* Fields of a rule. */
enum { R_WHAT, R_NAME, R_ID, SHORT_NAME = 2, SHORT_NEEDS = 3 };

const char *
org_kind_name(enum org_kind kind)
{
	static const char *const names[] = {"agency", "group", "unit", "person", "role", "company", "body"};

	return names[kind];
}

static int
compare(struct slice a, struct slice b)
{
	int c = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

static int
begins(struct slice s, struct slice with)
{
	return s.n >= with.n && memcmp(s.p, with.p, with.n) == 0;
}

/* TEXT as it is looked up, in memory that stays. */
static struct slice
key_of(struct agencytext *t, struct slice text)
{
	char *p;

	agencytext_set(t, text);
	p = emalloc(t->key.n);
	memcpy(p, t->key.p, t->key.n);
	return (struct slice){p, t->key.n};
}

static void
add(struct agencies *a, struct org o, struct slice written)
{
	o.key = key_of(&a->room->text, written);
	if (o.key.n == 0)
		return;
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 256;
		a->v = erealloc(a->v, a->cap * sizeof(*a->v));
	}
	o.rule = a->n;
	a->v[a->n++] = o;
}

static struct slice
value(const struct rule *r, size_t i)
{
	struct slice f = r->f[i];

	return f.n == 1 && *f.p == '-' ? (struct slice){"", 0} : f;
}

/* 9 − (Σ Pn·Qn mod 9), Pn the n-th digit from the right, Qn 1 and 2 by turns: the number's first
 * digit (法人番号の指定等に関する省令, 平成26年財務省令第70号, article 2). */
static int
good_id(struct slice id)
{
	int sum = 0;
	size_t i;

	if (id.n != 13)
		return 0;
	for (i = 0; i < 13; i++)
		if (id.p[i] < '0' || id.p[i] > '9')
			return 0;
	for (i = 1; i < 13; i++)
		sum += (id.p[i] - '0') * (i % 2 ? 2 : 1);
	return id.p[0] - '0' == 9 - sum % 9;
}

static void
add_org(struct agencies *a, const struct rule *r, enum org_kind kind)
{
	struct org o = {.name = r->f[R_NAME], .id = value(r, R_ID), .kind = kind};

	if (o.id.n && !good_id(o.id))
		die("%s:%lu: not a corporate number: %.*s", r->at.file, r->at.line, (int)o.id.n, o.id.p);
	add(a, o, o.name);
}

static enum org_needs
needs_named(const struct rule *r)
{
	static const char *const names[] = {"name", "word", "label", "context"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_eq(r->f[SHORT_NEEDS], slice_z(names[i])))
			return (enum org_needs)i;
	die("%s:%lu: not name, word, label or context: %.*s", r->at.file, r->at.line, (int)r->f[SHORT_NEEDS].n,
	    r->f[SHORT_NEEDS].p);
}

/* Which of the patterns a rule adds an alternative to; -1 for a rule that is none. */
enum pattern {
	P_HEADER, P_SUBHEADER, P_GROUP, P_COLLECTIVE, P_UNIT, P_SUBUNIT, P_OTHER, P_ROLE, P_REST, P_BEYOND, P_MARK,
	P_REMARK, P_MINISTRIES, P_PERSONAL, P_EITHER, P_PERSON, P_SHAPED, P_JOB, P_COMPANY, P_NOBODY, PATTERNS
};

static int
pattern_named(struct slice what)
{
	static const char *const names[PATTERNS] = {
		"header", "subheader", "group", "collective", "office", "suboffice", "other", "role", "rest",
		"beyond", "mark", "remark", "ministries", "personal", "either", "person", "shaped", "job", "company", "nobody",
	};
	int i;

	for (i = 0; i < PATTERNS; i++)
		if (slice_eq(what, slice_z(names[i])))
			return i;
	return -1;
}

static void
add_pattern(struct buf *all, const struct rule *r)
{
	re_check(r, R_NAME); /* an error names its own line */
	buf_addz(all, all->n ? "|(?:" : "(?:(?:");
	buf_adds(all, r->f[R_NAME]);
	buf_addc(all, ')');
}

static struct re *
finished(struct buf *all, const char *tail)
{
	struct re *re;

	buf_addz(all, all->n ? ")" : "(?!)");
	buf_addz(all, tail);
	re = re_new(slice_of(all), (struct place){"agencies.tsv", 0, 0});
	buf_free(all);
	return re;
}

static void
add_rule(struct agencies *a, struct buf *patterns, const struct rule *r)
{
	int p = pattern_named(r->f[R_WHAT]);

	if (r->n < 2)
		die("%s:%lu: a rule without a name", r->at.file, r->at.line);
	if (p >= 0)
		add_pattern(&patterns[p], r);
	else if (slice_eq(r->f[R_WHAT], slice_z("agency")))
		add_org(a, r, ORG_AGENCY);
	else if (slice_eq(r->f[R_WHAT], slice_z("unit")))
		add_org(a, r, ORG_UNIT);
	else if (!slice_eq(r->f[R_WHAT], slice_z("short")))
		die("%s:%lu: not a rule: %.*s", r->at.file, r->at.line, (int)r->f[R_WHAT].n, r->f[R_WHAT].p);
}

/* Where two rules give one key, the one that stands first in the table comes first. */
static int
order(const void *pa, const void *pb)
{
	const struct org *a = pa, *b = pb;
	int c = compare(a->key, b->key);

	return c ? c : (a->rule > b->rule) - (a->rule < b->rule);
}

/* Sorts, drops what is there twice, and links each name to the longest that it begins with. */
static void
sort(struct agencies *a)
{
	size_t i, n = 0;

	if (a->n)
		qsort(a->v, a->n, sizeof(*a->v), order);
	for (i = 0; i < a->n; i++)
		if (n && slice_eq(a->v[n - 1].key, a->v[i].key))
			free((void *)a->v[i].key.p);
		else
			a->v[n++] = a->v[i];
	a->n = n;
	for (i = 0; i < n; i++) {
		size_t k = i;

		while (k && !begins(a->v[i].key, a->v[k - 1].key))
			k = a->v[k - 1].shorter;
		a->v[i].shorter = k;
	}
}

static const struct org *
find(const struct agencies *a, struct slice name)
{
	struct agencytext *t = &a->room->text;
	const struct org *o;

	agencytext_set(t, name);
	o = agency_longest(a, slice_of(&t->key));
	return o && o->key.n == t->key.n ? o : NULL;
}

/* An abbreviation has the id and kind of what it is short for, which therefore must be known by now. */
static void
add_shorts(struct agencies *a, const struct rules *rules)
{
	size_t i, n = a->n;

	for (i = 0; i < rules->n; i++) {
		const struct rule *r = &rules->r[i];
		const struct agencies known = {.v = a->v, .n = n, .room = a->room}; /* without those added here */
		const struct org *of;
		struct org o;

		if (!slice_eq(r->f[R_WHAT], slice_z("short")))
			continue;
		of = find(&known, r->f[SHORT_NAME]);
		if (!of)
			die("%s:%lu: short for an unknown name: %.*s", r->at.file, r->at.line,
			    (int)r->f[SHORT_NAME].n, r->f[SHORT_NAME].p);
		o = *of;
		o.needs = needs_named(r);
		add(a, o, r->f[R_NAME]);
	}
}

void
agencies_load(struct agencies *a)
{
	struct buf remark = {0};
	struct buf patterns[PATTERNS] = {{0}};
	struct rules rules = {0};
	size_t i;

	phrases_load();
	buf_adds(&remark, phrase_text(PHRASE_LABEL_TAIL));
	buf_add(&remark, ":?\\z", sizeof(":?\\z"));
	*a = (struct agencies){.room = emalloc(sizeof(*a->room))};
	*a->room = (struct agency_room){0};
	rules_load(&rules, "agencies.tsv", rules_agencies);
	for (i = 0; i < rules.n; i++)
		add_rule(a, patterns, &rules.r[i]);
	sort(a);
	add_shorts(a, &rules);
	sort(a);
	free(rules.r);
	a->header = finished(&patterns[P_HEADER], remark.p);
	a->subheader = finished(&patterns[P_SUBHEADER], remark.p);
	a->group = finished(&patterns[P_GROUP], "");
	a->collective = finished(&patterns[P_COLLECTIVE], "");
	a->unit = finished(&patterns[P_UNIT], "\\z");
	a->subunit = finished(&patterns[P_SUBUNIT], "\\z");
	a->other = finished(&patterns[P_OTHER], "\\z");
	a->role = finished(&patterns[P_ROLE], "");
	a->rest = finished(&patterns[P_REST], "");
	a->beyond = finished(&patterns[P_BEYOND], "");
	a->mark = finished(&patterns[P_MARK], "");
	a->remark = finished(&patterns[P_REMARK], "");
	a->ministries = finished(&patterns[P_MINISTRIES], "");
	a->personal = finished(&patterns[P_PERSONAL], remark.p);
	a->either = finished(&patterns[P_EITHER], remark.p);
	a->person = finished(&patterns[P_PERSON], "\\z");
	a->shaped = finished(&patterns[P_SHAPED], "\\z");
	a->job = finished(&patterns[P_JOB], "\\z");
	a->company = finished(&patterns[P_COMPANY], "\\z");
	a->nobody = finished(&patterns[P_NOBODY], "\\z");
	buf_free(&remark);
}

const struct org *
agency_longest(const struct agencies *a, struct slice s)
{
	size_t lo = 0, hi = a->n;

	while (lo < hi) { /* the first name behind S in sorted order */
		size_t mid = lo + (hi - lo) / 2;

		if (compare(a->v[mid].key, s) <= 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	while (lo && !begins(s, a->v[lo - 1].key))
		lo = a->v[lo - 1].shorter;
	return lo ? &a->v[lo - 1] : NULL;
}

const struct org *
agency_shorter(const struct agencies *a, const struct org *o)
{
	return o->shorter ? &a->v[o->shorter - 1] : NULL;
}

static enum agency_header
read_header(const struct agencies *a, struct slice header, struct place at)
{
	struct agencytext *t = &a->room->text;

	agencytext_set(t, header);
	if (re_match_at(a->personal, slice_of(&t->key), 0, at))
		return HEADER_PERSONS;
	if (!re_match_at(a->header, slice_of(&t->key), 0, at))
		return re_match_at(a->subheader, slice_of(&t->key), 0, at) ? HEADER_BESIDE : HEADER_OTHER;
	return re_match(a->ministries, slice_of(&t->key), 0, at) ? HEADER_MINISTRIES : HEADER_RESPONSIBLE;
}

/* Tables have the same headers, and rows the same labels, over and over. */
enum agency_header
agency_header(const struct agencies *a, struct slice header, struct place at)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, header, 0);
	unsigned long hit = limits_hit();

	if (!e)
		return read_header(a, header, at);
	if (!e->known) {
		e->result = (int)read_header(a, header, at);
		e->known = limits_hit() == hit;
	}
	return (enum agency_header)e->result;
}

int
agency_header_of_either(const struct agencies *a, struct slice header, struct place at)
{
	struct agencytext *t = &a->room->text;

	agencytext_set(t, header);
	return re_match_at(a->either, slice_of(&t->key), 0, at);
}
