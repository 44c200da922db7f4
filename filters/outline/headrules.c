/* headrules.c - the table of headings is asked; see headrules.h */
#include "outline/headrules.h"

#include <string.h>

#include "base/blank.h"
#include "base/check.h"
#include "base/fold.h"
#include "base/utf8.h"

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
ask(struct headrules *k, struct slice start, struct begun among)
{
	struct begun can = {0};
	size_t i;

	for (i = next_of(among.schemes, 0, k->table.schemes_n); i < k->table.schemes_n; i = next_of(among.schemes, i + 1, k->table.schemes_n))
		if (re_may_begin(k->table.schemes[i].re, start))
			can.schemes |= head_bit(i);
	if (!can.schemes)
		return can;
	for (i = next_of(among.nots, 0, k->table.nots_n); i < k->table.nots_n; i = next_of(among.nots, i + 1, k->table.nots_n))
		if (!re_at_start(k->table.nots[i].re) || re_may_begin(k->table.nots[i].re, start)) /* ^a|b is found anywhere */
			can.nots |= head_bit(i);
	return can;
}

/* The answers so far, by what a line begins with: up to three characters, 第1章 or (1), which leave hardly more than
 * one scheme; or one, which leaves a tenth of them to ask about three. To ask costs as much as some lines do, so a place
 * that is taken sends on to the next ones, and only where PLACES of them are taken one gives way. */
enum { START = 3, PLACES = 16 };

static size_t
place_of(const char *start)
{
	uint64_t a, b;

	memcpy(&a, start, 8);
	memcpy(&b, start + 8, 8);
	return (size_t)(((a ^ b * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu) >> 53);
}

static struct begun
begun_by(struct headrules *k, struct slice text, size_t chars)
{
	struct head_answer *e = NULL;
	char start[16] = {0};
	size_t i, n = 0, len, place;
	struct begun among;

	for (i = 0; i < chars && n < text.n; i++, n += len)
		utf8_next(text.p + n, text.n - n, &len);
	memcpy(start, text.p, n);
	place = place_of(start);
	for (i = 0; i < PLACES; i++) {
		e = &k->answers[(place + i) % HEAD_ANSWERS];
		if (e->n == 0)
			break;
		if (e->n == n && memcmp(e->start, start, sizeof(start)) == 0)
			return e->can;
	}
	among = chars == 1 ? everything : begun_by(k, text, 1);
	memcpy(e->start, start, sizeof(start));
	e->n = n;
	e->can = ask(k, (struct slice){text.p, n}, among);
	return e->can;
}

int
head_may_begin(struct headrules *k, struct slice line)
{
	struct buf folded = {0};
	uint32_t c;
	size_t n, len;

	while ((n = blank_at(line)))
		line = (struct slice){line.p + n, line.n - n};
	if (line.n == 0 || (c = utf8_next(line.p, line.n, &len)) >= 0x10000)
		return line.n > 0;
	if (!(k->seen[c / 8] & 1 << c % 8)) {
		fold(&folded, (struct slice){line.p, len});
		if (folded.n == 0 || ask(k, slice_of(&folded), everything).schemes)
			k->can[c / 8] |= (unsigned char)(1 << c % 8);
		k->seen[c / 8] |= (unsigned char)(1 << c % 8);
		buf_free(&folded);
	}
	return k->can[c / 8] >> c % 8 & 1;
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
look_at(struct headrules *k, struct head_line *l, struct slice text)
{
	buf_clear(&k->skeleton);
	skeleton_add(&k->skeleton, text);
	*l = (struct head_line){.text = text, .skeleton = slice_of(&k->skeleton)};
}

/* The first of the schemes MAY that TEXT begins with. */
static const struct scheme *
scheme_among(struct headrules *k, const struct head_line *l, uint64_t may, struct slice text, struct place at)
{
	size_t i;

	for (i = next_of(may, 0, k->table.schemes_n); i < k->table.schemes_n; i = next_of(may, i + 1, k->table.schemes_n))
		if ((l->all || needs_met(&k->table.schemes[i].needs, l->skeleton)) && re_match_at(k->table.schemes[i].re, text, 0, at)) {
			if (!k->table.schemes[i].mark)
				number_groups(&k->table.schemes[i]);
			return &k->table.schemes[i];
		}
	return NULL;
}

const struct scheme *
head_scheme(struct headrules *k, struct head_line *l, struct slice text, struct place at)
{
	static const struct head_line each = {.all = 1};
	struct begun can = begun_by(k, text, START);
	const struct scheme *s = NULL;

	if (can.schemes) {
		look_at(k, l, text);
		can.schemes &= needs_among(&k->table.schemes_index, l->skeleton);
		l->nots = can.nots & needs_among(&k->table.nots_index, l->skeleton);
		s = scheme_among(k, l, can.schemes, text, at);
	}
	if (CHECKS)
		check_same(s == scheme_among(k, &each, everything.schemes, text, at), "the scheme of a heading", text);
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
has_inside(struct headrules *k, const struct head_line *l, struct place at)
{
	uint64_t may = l->all ? UINT64_MAX : needs_among(&k->table.inside_index, l->skeleton);
	size_t i;

	for (i = next_of(may, 0, k->table.inside_n); i < k->table.inside_n; i = next_of(may, i + 1, k->table.inside_n))
		if (l->all || needs_met(&k->table.inside_needs[i], l->skeleton))
			return re_match(k->table.inside, l->text, 0, at);
	return 0;
}

static enum head_looks
looks_of(struct headrules *k, const struct head_line *l, struct slice title, int wide, struct place at)
{
	int cut = 0;
	size_t i, chars = 0;

	for (i = next_of(l->nots, 0, k->table.nots_n); i < k->table.nots_n; i = next_of(l->nots, i + 1, k->table.nots_n))
		if ((l->all || needs_met(&k->table.nots[i].needs, l->skeleton)) && !(wide && k->table.nots[i].how == HEAD_COUNT) &&
		    !is_shorter(l->text, l->skeleton, re_shortest(k->table.nots[i].re), &chars) && is_not(k->table.nots[i].re, l->text, at)) {
			if (k->table.nots[i].how != HEAD_CUT)
				return HEAD_IS_NONE;
			cut = 1;
		}
	if (has_inside(k, l, at) || (title.n && re_match_at(k->table.tables[HEAD_UNTITLED], title, 0, at)))
		return HEAD_IS_NONE;
	return cut ? HEAD_BREAKS_OFF : HEAD_STANDS;
}

enum head_looks
head_looks(struct headrules *k, const struct head_line *l, struct slice title, int wide, struct place at)
{
	struct head_line each = {l->text, l->skeleton, everything.nots, 1};
	enum head_looks looks = looks_of(k, l, title, wide, at);

	if (CHECKS)
		check_same(looks == looks_of(k, &each, title, wide, at), "the look at a heading", l->text);
	return looks;
}

int
head_line_is(struct headrules *k, enum other_line kind, struct slice text, struct place at)
{
	return re_match(k->table.tables[kind], text, 0, at);
}
