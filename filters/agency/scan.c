/* scan.c - what stands at a place in a list of names; see agency/scan.h */
#include "agency/scan.h"

#include <string.h>

#include "agency/bracket.h"
#include "stream/rec.h"
#include "base/utf8.h"

struct slice
scan_part(const struct scan *s, size_t from, size_t to)
{
	return (struct slice){s->key.p + from, to - from};
}

size_t
scan_char(const struct scan *s, size_t i)
{
	size_t n;

	(void)utf8_next(s->key.p + i, s->key.n - i, &n);
	return n;
}

int
scan_gap(const struct scan *s, size_t i)
{
	return s->t->at[i].gap != GAP_NONE;
}

size_t
scan_one_of(const struct scan *s, size_t i, size_t to, const char *list)
{
	const char *here = s->key.p + i;
	size_t n;

	for (; i < to && *list; list += n + 1) {
		int same = *list == *here;

		for (n = 0; list[n] != ' '; n++)
			same = same && n < to - i && list[n] == here[n];
		if (same)
			return n;
	}
	return 0;
}

/* True for nearly every ideograph and hiragana: by their first bytes they are no signs. */
static int
is_letter(const struct scan *s, size_t i, size_t to)
{
	unsigned char c = i < to ? (unsigned char)s->key.p[i] : 0;
	unsigned char next = i + 1 < to ? (unsigned char)s->key.p[i + 1] : 0;

	return (c >= 0xe4 && c <= 0xe9) || (c == 0xe3 && (next == 0x81 || next == 0x82));
}

size_t
scan_comma(const struct scan *s, size_t i, size_t to)
{
	return is_letter(s, i, to) ? 0 : scan_one_of(s, i, to, "、 , ; 。 → ⇒ ➡ ");
}

size_t
scan_dot(const struct scan *s, size_t i, size_t to)
{
	return is_letter(s, i, to) ? 0 : scan_one_of(s, i, to, "・ / | + & • · ‧ ");
}

size_t
scan_conjunction(const struct scan *s, size_t i, size_t to)
{
	return scan_one_of(s, i, to, "及び 並びに 又は 若しくは および ならびに または もしくは ");
}

size_t
scan_bullet(const struct scan *s, size_t i, size_t to)
{
	if (is_letter(s, i, to))
		return 0;
	return scan_one_of(s, i, to, "「 」 『 』 ○ ◎ ● 〇 ◯ ◇ ◆ □ ■ △ ▲ ▽ ▼ ☆ ★ ※ * - ― － ■ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ");
}

void
scan_add(struct scan *s, struct slice name, enum org_kind kind, struct slice id)
{
	struct buf *b = s->found;
	size_t from = b->n, i = 0, n;

	esc(b, name);
	buf_addc(b, '\t');
	buf_addz(b, org_kind_name(kind));
	buf_addc(b, '\t');
	buf_adds(b, id);
	buf_addc(b, '\n');
	if (s->result == AGENCY_NOTHING)
		s->result = AGENCY_NAMES;
	for (n = b->n - from; i < from; i += (size_t)((char *)memchr(b->p + i, '\n', b->n - i) - (b->p + i)) + 1)
		if (n <= from - i && memcmp(b->p + i, b->p + from, n) == 0)
			b->n = from; /* has been named before */
}

/* The name [FROM, END) goes on as another word. */
static int
goes_on(const struct scan *s, size_t from, size_t end, size_t to)
{
	size_t last = end - 1;

	if (end == to || scan_gap(s, end))
		return 0;
	while (last > from && (s->key.p[last] & 0xc0) == 0x80)
		last--;
	return re_match_at(s->a->beyond, scan_part(s, last, to), 0, s->at);
}

int
scan_full_name(const struct scan *s, size_t i, size_t to)
{
	const struct org *o = agency_longest(s->a, scan_part(s, i, to));

	while (o && (o->needs != NEEDS_NOTHING || goes_on(s, i, i + o->key.n, to)))
		o = agency_shorter(s->a, o);
	return o != NULL;
}

/* What separates, or a bracket. */
static int
sign(const struct scan *s, size_t i, size_t to)
{
	size_t n;
	int kind;

	return i == to || scan_gap(s, i) || scan_comma(s, i, to) || scan_dot(s, i, to) ||
	    bracket_at(scan_part(s, i, to), &kind, &n);
}

int
scan_border(const struct scan *s, size_t i, size_t to)
{
	return sign(s, i, to) || scan_conjunction(s, i, to) || scan_bullet(s, i, to) || scan_rest(s, i, to) ||
	    scan_full_name(s, i, to);
}

size_t
scan_rest(const struct scan *s, size_t i, size_t to)
{
	size_t n;

	if (!re_match_at(s->a->rest, scan_part(s, i, to), 0, s->at))
		return 0;
	n = re_group(s->a->rest, 0).n;
	return n && sign(s, i + n, to) ? n : 0;
}

size_t
scan_role(const struct scan *s, size_t i, size_t to)
{
	size_t n;

	if (re_match_at(s->a->role, scan_part(s, i, to), 0, s->at) && (n = re_group(s->a->role, 0).n) &&
	    (*s->key.p == '(' || agencytext_gap(s->t, i, i + n) == GAP_NONE))
		return n;
	if (!re_match_at(s->a->mark, scan_part(s, i, to), 0, s->at))
		return 0;
	n = re_group(s->a->mark, 0).n;
	return i + n < to && scan_gap(s, i + n) ? n : 0;
}

int
scan_remark(const struct scan *s, size_t i, size_t to)
{
	return re_match_at(s->a->remark, scan_part(s, i, to), 0, s->at);
}

int
scan_bracket(const struct scan *s, size_t i, size_t to, struct scan_bracket *b)
{
	size_t open, close, inside;
	int kind;

	if (!bracket_at(scan_part(s, i, to), &kind, &open) || kind < 0)
		return 0;
	inside = bracket_close(scan_part(s, i, to), &close);
	*b = (struct scan_bracket){i + open, i + inside, i + inside + close};
	return inside > 0;
}

/* True if abbreviation O counts here. */
static int
counts(const struct scan *s, const struct org *o)
{
	if (o->needs == NEEDS_LABEL)
		return s->ministries || s->where == AGENCY_LABEL;
	return o->needs != NEEDS_CONTEXT || s->ministries;
}

static int
fits(const struct scan *s, const struct org *o, size_t i, size_t to)
{
	size_t end = i + o->key.n;

	if (!counts(s, o))
		return 0;
	if ((o->needs != NEEDS_NOTHING || agencytext_gap(s->t, i, end) != GAP_NONE) && !scan_border(s, end, to))
		return 0;
	return !goes_on(s, i, end, to);
}

const struct org *
scan_name(const struct scan *s, size_t i, size_t to)
{
	const struct org *o = agency_longest(s->a, scan_part(s, i, to));

	while (o && !fits(s, o, i, to))
		o = agency_shorter(s->a, o);
	return o;
}

/* True if blanks inside [FROM, TO) are no more than typesetting: of each letter, or in 関係 省庁. Any
 * other separates the words for a group from what stands before them. */
static int
blanks_are_loose(const struct scan *s, size_t from, size_t to)
{
	size_t last = to - 1, n;

	if (agencytext_gap(s->t, from, to) != GAP_BLANK || agencytext_spaced(s->t, from, to))
		return 1;
	while (s->t->at[last].gap != GAP_BLANK)
		last--;
	while (last > from && s->t->at[last - 1].from == s->t->at[last].from)
		last--;
	while (from < last && (n = scan_one_of(s, from, last, "全 各 関係 関連 所管 担当 主管 すべての ")))
		from += n;
	return from == last;
}

size_t
scan_group(const struct scan *s, struct re *re, size_t i, size_t to)
{
	size_t n;

	if (!re_match_at(re, scan_part(s, i, to), 0, s->at))
		return 0;
	n = re_group(re, 0).n;
	return n && blanks_are_loose(s, i, i + n) && scan_border(s, i + n, to) ? n : 0;
}

int
scan_office(const struct scan *s, size_t from, size_t to, int sub)
{
	struct slice name = scan_part(s, from, to);

	return re_match_at(s->a->unit, name, 0, s->at) || (sub && re_match_at(s->a->subunit, name, 0, s->at));
}
