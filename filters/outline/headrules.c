/* headrules.c - the table of headings; see headrules.h */
#include "outline/headrules.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "base/builtin.h"
#include "base/check.h"
#include "base/fold.h"
#include "words/rules.h"
#include "base/utf8.h"

enum { SCHEME = 1, RANK, PATTERN }; /* fields of a rule `head` */

static struct scheme *schemes;
static size_t schemes_n;

/* The rules `not`, `count` and `cut`. Those that look at the start of a line are asked one by one, and nearly none of them can begin as
 * the line does; the others are one pattern, asked where the line has what one of them needs. All of them in one took as long as all other
 * work on a heading. */
static struct not {
	struct re *re;
	enum { NOT, COUNT, CUT } how; /* COUNT holds only where nothing wide stands behind the number */
	struct needs needs;
} *nots;
static size_t nots_n;
static struct buf inside_text;
static struct re *inside;
static struct needs *inside_needs; /* of each */
static size_t inside_n;

static struct needs_index schemes_index, nots_index, inside_index;

/* The other tables, each rule a name and a pattern; those of one name are one pattern. */
enum { UNTITLED = LINE_ARROW + 1, TABLES };
static const char *const table_names[TABLES] = {"contents", "page", "lead", "rest", "tail", "bullet", "arrow", "untitled"};
static struct re *tables[TABLES];

/* Schemes and rules as bits: those from the 64th on share one. */
static uint64_t
bit_of(size_t i)
{
	return (uint64_t)1 << (i < 63 ? i : 63);
}

static unsigned
rank_of(const struct rule *r)
{
	struct slice f = r->f[RANK];
	unsigned rank = 0;
	size_t i;

	if (f.n == 1 && (*f.p == '-' || *f.p == '?' || *f.p == '!'))
		return 0;
	for (i = 0; i < f.n && i < 6 && f.p[i] >= '0' && f.p[i] <= '9'; i++)
		rank = rank * 10 + (unsigned)(f.p[i] - '0');
	if (rank == 0 || i < f.n)
		die("%s:%lu: a rank is a number, '-', '?' or '!'", r->at.file, r->at.line);
	return rank;
}

static void
add_scheme(const struct rule *r)
{
	struct scheme *s = &schemes[schemes_n];

	if (r->n <= PATTERN)
		die("%s:%lu: a scheme needs a name, a rank and a pattern", r->at.file, r->at.line);
	*s = (struct scheme){.name = r->f[SCHEME], .at = r->at};
	s->rank = rank_of(r);
	s->weak = *r->f[RANK].p == '?' ? WEAK : *r->f[RANK].p == '!' ? WEAKEST : STRONG;
	re_check(r, PATTERN);
	s->re = re_new(r->f[PATTERN], r->at);
	needs_read(&s->needs, r->f[PATTERN]);
	needs_index(&schemes_index, &s->needs, bit_of(schemes_n));
	s->roman = s->name.n >= 5 && memcmp(s->name.p + s->name.n - 5, "roman", 5) == 0;
	schemes_n++;
}

static void
add_alternative(struct buf *all, const struct rule *r)
{
	re_check(r, 1); /* blames the right line */
	buf_addz(all, all->n ? "|(?:" : "(?:");
	buf_adds(all, r->f[1]);
	buf_addc(all, ')');
}

static void
add_not(const struct rule *r, int how)
{
	if (*r->f[1].p != '^' && how == NOT) {
		add_alternative(&inside_text, r);
		needs_read(&inside_needs[inside_n], r->f[1]);
		needs_index(&inside_index, &inside_needs[inside_n], bit_of(inside_n));
		inside_n++;
		return;
	}
	re_check(r, 1);
	nots[nots_n] = (struct not){.re = re_new(r->f[1], r->at), .how = how};
	needs_read(&nots[nots_n].needs, r->f[1]);
	needs_index(&nots_index, &nots[nots_n].needs, bit_of(nots_n));
	nots_n++;
}

/* `items`, `choices`: the schemes that R names, of those before it. */
static void
mark_listed(const struct rule *r, enum listed how)
{
	size_t i, k;

	for (k = 1; k < r->n; k++)
		for (i = 0; i < schemes_n; i++)
			if (slice_eq(schemes[i].name, r->f[k]))
				schemes[i].listed = how;
}

static void
add_rule(const struct rule *r, struct buf *others)
{
	static const char *const hows[] = {[NOT] = "not", [COUNT] = "count", [CUT] = "cut"};
	int i;

	if (slice_eq(r->f[0], slice_z("head"))) {
		add_scheme(r);
		return;
	}
	if (slice_eq(r->f[0], slice_z("items")) || slice_eq(r->f[0], slice_z("choices"))) {
		mark_listed(r, *r->f[0].p == 'i' ? LISTED_IN_MARKDOWN : LISTED);
		return;
	}
	for (i = NOT; i <= CUT; i++)
		if (slice_eq(r->f[0], slice_z(hows[i])) && r->n > 1) {
			add_not(r, i);
			return;
		}
	for (i = 0; i < TABLES; i++)
		if (slice_eq(r->f[0], slice_z(table_names[i])) && r->n > 1) {
			add_alternative(&others[i], r);
			return;
		}
	die("%s:%lu: no rule of a heading is called '%.*s'", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* (?J): each rule may have groups of the same names. Without a rule, nothing matches. */
static struct re *
one_of(struct buf *alternatives)
{
	struct buf pattern = {0};
	struct re *re;

	buf_addz(&pattern, alternatives->n ? "(?J)" : "(?!)");
	buf_adds(&pattern, slice_of(alternatives));
	re = re_new(slice_of(&pattern), (struct place){"headings.tsv", 0, 0});
	buf_free(&pattern);
	buf_free(alternatives);
	return re;
}

void
headrules_load(void)
{
	struct buf others[TABLES] = {{0}};
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, "headings.tsv", rules_headings);
	schemes = emalloc((rules.n + 1) * sizeof(*schemes));
	nots = emalloc((rules.n + 1) * sizeof(*nots));
	inside_needs = emalloc((rules.n + 1) * sizeof(*inside_needs));
	for (i = 0; i < rules.n; i++)
		add_rule(&rules.r[i], others);
	inside = one_of(&inside_text);
	for (i = 0; i < TABLES; i++)
		tables[i] = one_of(&others[i]);
	free(rules.r);
}

/* What can begin as a line does: schemes and rules `not`, as bits. */
struct begun {
	uint64_t schemes, nots;
};

/* The first of N things from I on whose bit is set; N if there is none. */
static size_t
next_of(uint64_t bits, size_t i, size_t n)
{
	if (i >= 63)
		return i < n && bits >> 63 ? i : n;
	bits >>= i;
	if (!bits)
		return n;
#ifdef __GNUC__
	i += (size_t)__builtin_ctzll(bits);
#else
	for (; !(bits & 1); bits >>= 1)
		i++;
#endif
	return i < n ? i : n;
}

static const struct begun everything = {~(uint64_t)0, ~(uint64_t)0};

/* AMONG: what a shorter start leaves. */
static struct begun
ask(struct slice start, struct begun among)
{
	struct begun can = {0};
	size_t i;

	for (i = next_of(among.schemes, 0, schemes_n); i < schemes_n; i = next_of(among.schemes, i + 1, schemes_n))
		if (re_may_begin(schemes[i].re, start))
			can.schemes |= bit_of(i);
	if (!can.schemes)
		return can;
	for (i = next_of(among.nots, 0, nots_n); i < nots_n; i = next_of(among.nots, i + 1, nots_n))
		if (!re_at_start(nots[i].re) || re_may_begin(nots[i].re, start)) /* ^a|b is found anywhere */
			can.nots |= bit_of(i);
	return can;
}

/* The answers so far, by what a line begins with: up to three characters, 第1章 or (1), which leave hardly more than
 * one scheme; or one, which leaves a tenth of them to ask about three. To ask costs as much as some lines do, so a place
 * that is taken sends on to the next ones, and only where PLACES of them are taken one gives way. */
enum { START = 3, ANSWERS = 2048, PLACES = 16 };

struct answer {
	char start[16];
	size_t n; /* 0: no answer yet */
	struct begun can;
};

static size_t
place_of(const char *start)
{
	uint64_t a, b;

	memcpy(&a, start, 8);
	memcpy(&b, start + 8, 8);
	return (size_t)(((a ^ b * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu) >> 53);
}

static struct begun
begun_by(struct slice text, size_t chars)
{
	static struct answer answers[ANSWERS];
	struct answer *e = NULL;
	char start[16] = {0};
	size_t i, n = 0, len, place;
	struct begun among;

	for (i = 0; i < chars && n < text.n; i++, n += len)
		utf8_next(text.p + n, text.n - n, &len);
	memcpy(start, text.p, n);
	place = place_of(start);
	for (i = 0; i < PLACES; i++) {
		e = &answers[(place + i) % ANSWERS];
		if (e->n == 0)
			break;
		if (e->n == n && memcmp(e->start, start, sizeof(start)) == 0)
			return e->can;
	}
	among = chars == 1 ? everything : begun_by(text, 1);
	memcpy(e->start, start, sizeof(start));
	e->n = n;
	e->can = ask((struct slice){text.p, n}, among);
	return e->can;
}

int
head_may_begin(struct slice line)
{
	static unsigned char seen[0x10000 / 8], can[0x10000 / 8];
	struct buf folded = {0};
	uint32_t c;
	size_t n, len;

	while ((n = blank_at(line)))
		line = (struct slice){line.p + n, line.n - n};
	if (line.n == 0 || (c = utf8_next(line.p, line.n, &len)) >= 0x10000)
		return line.n > 0;
	if (!(seen[c / 8] & 1 << c % 8)) {
		fold(&folded, (struct slice){line.p, len});
		if (folded.n == 0 || ask(slice_of(&folded), everything).schemes)
			can[c / 8] |= (unsigned char)(1 << c % 8);
		seen[c / 8] |= (unsigned char)(1 << c % 8);
		buf_free(&folded);
	}
	return can[c / 8] >> c % 8 & 1;
}

static void
number_groups(struct scheme *s)
{
	s->mark = re_number(s->re, "mark");
	s->gap = re_number(s->re, "gap");
	s->key = re_number(s->re, "key");
	s->n = re_number(s->re, "n");
}

static void
look_at(struct head_line *l, struct slice text)
{
	static struct buf skeleton;

	buf_clear(&skeleton);
	skeleton_add(&skeleton, text);
	*l = (struct head_line){.text = text, .skeleton = slice_of(&skeleton)};
}

/* The first of the schemes MAY that TEXT begins with. */
static const struct scheme *
scheme_among(const struct head_line *l, uint64_t may, struct slice text, struct place at)
{
	size_t i;

	for (i = next_of(may, 0, schemes_n); i < schemes_n; i = next_of(may, i + 1, schemes_n))
		if ((l->all || needs_met(&schemes[i].needs, l->skeleton)) && re_match_at(schemes[i].re, text, 0, at)) {
			if (!schemes[i].mark)
				number_groups(&schemes[i]);
			return &schemes[i];
		}
	return NULL;
}

const struct scheme *
head_scheme(struct head_line *l, struct slice text, struct place at)
{
	static const struct head_line each = {.all = 1};
	struct begun can = begun_by(text, START);
	const struct scheme *s = NULL;

	if (can.schemes) {
		look_at(l, text);
		can.schemes &= needs_among(&schemes_index, l->skeleton);
		l->nots = can.nots & needs_among(&nots_index, l->skeleton);
		s = scheme_among(l, can.schemes, text, at);
	}
	if (CHECKS)
		check_same(s == scheme_among(&each, everything.schemes, text, at), "the scheme of a heading", text);
	return s;
}

static int
is_not(struct re *re, struct slice text, struct place at)
{
	return re_at_start(re) ? re_match_at(re, text, 0, at) : re_match(re, text, 0, at);
}

/* What is not in the skeleton takes two bytes a character at least. *HAS is how many characters TEXT has, or 0 if
 * nobody has counted them. */
static int
is_shorter(struct slice text, struct slice skeleton, size_t chars, size_t *has)
{
	if (chars <= 1 || skeleton.n + (text.n - skeleton.n) / 2 < chars)
		return chars > 1;
	if (*has == 0)
		*has = utf8_count(text.p, text.n);
	return *has < chars;
}

/* One of the rules that look for something inside of the line finds it. */
static int
has_inside(const struct head_line *l, struct place at)
{
	uint64_t may = l->all ? UINT64_MAX : needs_among(&inside_index, l->skeleton);
	size_t i;

	for (i = next_of(may, 0, inside_n); i < inside_n; i = next_of(may, i + 1, inside_n))
		if (l->all || needs_met(&inside_needs[i], l->skeleton))
			return re_match(inside, l->text, 0, at);
	return 0;
}

static enum head_looks
looks_of(const struct head_line *l, struct slice title, int wide, struct place at)
{
	int cut = 0;
	size_t i, chars = 0;

	for (i = next_of(l->nots, 0, nots_n); i < nots_n; i = next_of(l->nots, i + 1, nots_n))
		if ((l->all || needs_met(&nots[i].needs, l->skeleton)) && !(wide && nots[i].how == COUNT) &&
		    !is_shorter(l->text, l->skeleton, re_shortest(nots[i].re), &chars) && is_not(nots[i].re, l->text, at)) {
			if (nots[i].how != CUT)
				return HEAD_IS_NONE;
			cut = 1;
		}
	if (has_inside(l, at) || (title.n && re_match_at(tables[UNTITLED], title, 0, at)))
		return HEAD_IS_NONE;
	return cut ? HEAD_BREAKS_OFF : HEAD_STANDS;
}

enum head_looks
head_looks(const struct head_line *l, struct slice title, int wide, struct place at)
{
	struct head_line each = {l->text, l->skeleton, everything.nots, 1};
	enum head_looks looks = looks_of(l, title, wide, at);

	if (CHECKS)
		check_same(looks == looks_of(&each, title, wide, at), "the look at a heading", l->text);
	return looks;
}

int
head_line_is(enum line_kind kind, struct slice text, struct place at)
{
	return re_match(tables[kind], text, 0, at);
}
