/* agencysplit.c - splitting what names those who are responsible; see agencysplit.h */
#include "agencysplit.h"

#include <string.h>

#include "agencytext.h"
#include "bracket.h"
#include "rec.h"
#include "utf8.h"

enum {
	LONGEST = 3000, /* bytes of a text that can be a list of names */
	BREAKS = 16     /* places at which a run of offices may be several */
};

struct parse {
	const struct agencies *a;
	const struct agencytext *t;
	struct slice key; /* the text without its white space: positions are bytes in it */
	enum agency_where where;
	int ministries;   /* they are to be expected */
	enum agency_result result;
	int depth;        /* of brackets */
	struct buf *found;
	struct place at;
};

static struct slice
part(const struct parse *p, size_t from, size_t to)
{
	return (struct slice){p->key.p + from, to - from};
}

static size_t
char_length(const struct parse *p, size_t i)
{
	size_t n;

	(void)utf8_next(p->key.p + i, p->key.n - i, &n);
	return n;
}

/* The length of the first of the texts in LIST (each ended by a space) that stands at I; 0 if none does. */
static size_t
one_of(const struct parse *p, size_t i, size_t to, const char *list)
{
	const char *end;

	for (; (end = strchr(list, ' ')); list = end + 1) {
		size_t n = (size_t)(end - list);

		if (n <= to - i && memcmp(p->key.p + i, list, n) == 0)
			return n;
	}
	return 0;
}

/* What always separates the items of a list. */
static size_t
strong(const struct parse *p, size_t i, size_t to)
{
	return one_of(p, i, to, "、 , ; 。 ");
}

/* What does so where both sides are names, and is a part of a name elsewhere: 空港・総務課. */
static size_t
weak(const struct parse *p, size_t i, size_t to)
{
	return one_of(p, i, to, "・ / | + & • · ‧ ");
}

static size_t
conjunction(const struct parse *p, size_t i, size_t to)
{
	return one_of(p, i, to, "及び 並びに 又は 若しくは および ならびに または もしくは ");
}

/* Marks that stand before an item. */
static size_t
bullet(const struct parse *p, size_t i, size_t to)
{
	return one_of(p, i, to, "○ ◎ ● 〇 ◯ ◇ ◆ □ ■ △ ▲ ▽ ▼ ☆ ★ ※ * → - ― － ■ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ");
}

static void
add(struct parse *p, struct slice name, enum org_kind kind, struct slice id)
{
	struct buf *b = p->found;
	size_t from = b->n, i = 0, n;

	esc(b, name);
	buf_addc(b, '\t');
	buf_addz(b, org_kind_name(kind));
	buf_addc(b, '\t');
	buf_adds(b, id);
	buf_addc(b, '\n');
	if (p->result == AGENCY_NOTHING)
		p->result = AGENCY_NAMES;
	for (n = b->n - from; i < from; i += (size_t)((char *)memchr(b->p + i, '\n', b->n - i) - (b->p + i)) + 1)
		if (n <= from - i && memcmp(b->p + i, b->p + from, n) == 0)
			b->n = from; /* has been named before */
}

/* The name in the dictionary at I that counts by itself wherever it stands. */
static int
full_name_at(const struct parse *p, size_t i, size_t to)
{
	const struct org *o = agency_longest(p->a, part(p, i, to));

	while (o && o->needs != NEEDS_NOTHING)
		o = agency_shorter(p->a, o);
	return o != NULL;
}

static size_t
rest_at(const struct parse *p, size_t i, size_t to);

/* True if no word goes on at I. */
static int
border(const struct parse *p, size_t i, size_t to)
{
	int kind;
	size_t n;

	return i == to || p->t->at[i].gap != GAP_NONE || strong(p, i, to) || weak(p, i, to) || conjunction(p, i, to) ||
	    bullet(p, i, to) || bracket_at(part(p, i, to), &kind, &n) || rest_at(p, i, to) || full_name_at(p, i, to);
}

/* 等 and ほか２省, if nothing follows that would make it another word. */
static size_t
rest_at(const struct parse *p, size_t i, size_t to)
{
	size_t n;

	if (!re_match_at(p->a->rest, part(p, i, to), 0, p->at))
		return 0;
	n = re_group(p->a->rest, 0).n;
	return n && (i + n == to || p->t->at[i + n].gap != GAP_NONE || strong(p, i + n, to) || weak(p, i + n, to) ||
	    one_of(p, i + n, to, "( ) ")) ? n : 0;
}

/* True if abbreviation O counts here. */
static int
counts(const struct parse *p, const struct org *o)
{
	if (o->needs == NEEDS_LABEL)
		return p->ministries || p->where == AGENCY_LABEL;
	return o->needs != NEEDS_CONTEXT || p->ministries;
}

static int
fits(const struct parse *p, const struct org *o, size_t i, size_t to)
{
	size_t end = i + o->key.n;

	if (!counts(p, o))
		return 0;
	if ((o->needs != NEEDS_NOTHING || agencytext_gap(p->t, i, end) != GAP_NONE) && !border(p, end, to))
		return 0;
	return end == to || !re_match_at(p->a->beyond, part(p, end, to), 0, p->at);
}

/* The longest name of the dictionary that counts at I. */
static const struct org *
name_at(const struct parse *p, size_t i, size_t to)
{
	const struct org *o = agency_longest(p->a, part(p, i, to));

	while (o && !fits(p, o, i, to))
		o = agency_shorter(p->a, o);
	return o;
}

/* The length of the words for a group at I. A blank separates it from what stands before. */
static size_t
group_at(const struct parse *p, struct re *re, size_t i, size_t to)
{
	size_t n;

	if (!re_match_at(re, part(p, i, to), 0, p->at))
		return 0;
	n = re_group(re, 0).n;
	if (agencytext_gap(p->t, i, i + n) == GAP_BLANK && !agencytext_spaced(p->t, i, i + n))
		return 0;
	return border(p, i + n, to) ? n : 0;
}

static void
add_raw(struct parse *p, size_t from, size_t to, enum org_kind kind, char line)
{
	struct buf raw = {0};

	agencytext_raw(&raw, p->t, from, to, line);
	add(p, slice_of(&raw), kind, (struct slice){"", 0});
	buf_free(&raw);
}

/* A known name at I is added; returns its length, 0 if there is none. */
static size_t
known(struct parse *p, size_t i, size_t to)
{
	const struct org *o = name_at(p, i, to);
	size_t n;

	if (o) {
		add(p, o->name, o->kind, o->id);
		if (o->kind == ORG_AGENCY && o->needs == NEEDS_NOTHING)
			p->result = AGENCY_IN_FULL;
		return o->key.n;
	}
	n = group_at(p, p->a->group, i, to);
	if (n == 0 && p->where <= AGENCY_LINE && p->depth == 0)
		n = group_at(p, p->a->collective, i, to);
	if (n)
		add_raw(p, i, i + n, ORG_GROUP, 0);
	return n;
}

static int
looks_like_office(const struct parse *p, size_t from, size_t to, int sub)
{
	struct slice s = part(p, from, to);

	return re_match_at(p->a->unit, s, 0, p->at) || (sub && re_match_at(p->a->subunit, s, 0, p->at));
}

/* How far up an office stands, by what it ends in: a 課 has 係, a 部 has 課. */
static int
rank(const struct parse *p, size_t to)
{
	struct parse q = *p;

	if (to >= 3 && one_of(&q, to - 3, to, "部 局 院 "))
		return 1;
	if (to >= 3 && one_of(&q, to - 3, to, "係 班 "))
		return 3;
	return 2;
}

struct breaks {
	struct {
		size_t at, len; /* of what separates: 0 for the end of a line */
		int cut;
	} b[BREAKS];
	size_t n;
};

/* Where the run [FROM, TO) may be several offices; 0 if there are too many such places. */
static int
find_breaks(const struct parse *p, size_t from, size_t to, struct breaks *br)
{
	size_t i;

	br->n = 0;
	for (i = from; i < to; i += char_length(p, i)) {
		size_t len = one_of(p, i, to, "/ | 及び 並びに 又は および ならびに または ");

		if (i == from || (!len && p->t->at[i].gap != GAP_LINE))
			continue;
		if (br->n == BREAKS)
			return 0;
		br->b[br->n].at = i;
		br->b[br->n++].len = len;
	}
	return 1;
}

/* True if every part between the breaks looks like an office by itself. Decides which breaks cut:
 * behind a 課 begins another office, behind a 部 with a 課 below it the same one goes on. */
static int
all_offices(const struct parse *p, size_t from, size_t to, struct breaks *br, int sub)
{
	size_t i;

	for (i = 0; i <= br->n; i++) {
		size_t end = i < br->n ? br->b[i].at : to;

		if (from >= end || !looks_like_office(p, from, end, sub))
			return 0;
		if (i < br->n)
			from = end + br->b[i].len;
	}
	for (i = 0; i < br->n; i++)
		br->b[i].cut = br->b[i].len || rank(p, i + 1 < br->n ? br->b[i + 1].at : to) <= rank(p, br->b[i].at);
	return 1;
}

/* Adds the offices of the run [FROM, TO); 0 if it does not look like any. */
static int
offices(struct parse *p, size_t from, size_t to, int sub)
{
	struct breaks br;
	size_t i;

	if (find_breaks(p, from, to, &br) && br.n && all_offices(p, from, to, &br, sub)) {
		for (i = 0; i < br.n; i++) {
			if (!br.b[i].cut)
				continue;
			add_raw(p, from, br.b[i].at, ORG_UNIT, ' ');
			from = br.b[i].at + br.b[i].len;
		}
		add_raw(p, from, to, ORG_UNIT, ' ');
		return 1;
	}
	if (!looks_like_office(p, from, to, sub))
		return 0;
	add_raw(p, from, to, ORG_UNIT, 0);
	return 1;
}

/* Where the run of unknown text at I ends: before 等 behind an office, before a bracket that closes at
 * a border, before an agency's name that follows a separator or an office, else at TO. */
static size_t
run_end(const struct parse *p, size_t i, size_t to)
{
	size_t from = i, n;
	int kind;

	for (i += char_length(p, i); i < to; i += char_length(p, i)) {
		size_t sep = weak(p, i, to), at = i + sep;

		if (rest_at(p, i, to) && looks_like_office(p, from, i, 1))
			return i;
		if (bracket_at(part(p, i, to), &kind, &n) && kind > 0) {
			size_t close = bracket_close(part(p, i, to), &n);

			if (close && border(p, i + close + n, to))
				return i;
		}
		if (at < to && full_name_at(p, at, to) &&
		    (sep || p->t->at[i].gap != GAP_NONE || looks_like_office(p, from, i, 1)))
			return i;
	}
	return to;
}

static int
known_at(const struct parse *p, size_t i, size_t to)
{
	return i < to && (full_name_at(p, i, to) || group_at(p, p->a->group, i, to) ||
	    group_at(p, p->a->collective, i, to));
}

/* Skips what stands between names. AFTER: a name stands before it. */
static size_t
skip(const struct parse *p, size_t i, size_t to, int after)
{
	size_t n;

	while (i < to) {
		if ((n = weak(p, i, to)) || (n = bullet(p, i, to)) || (after && (n = conjunction(p, i, to))))
			;
		else if ((n = one_of(p, i, to, "と や その他の その他 ほか 他 等 など ")) && known_at(p, i + n, to))
			;
		else if ((!after || p->t->at[i].gap != GAP_NONE) && re_match_at(p->a->role, part(p, i, to), 0, p->at))
			n = re_group(p->a->role, 0).n;
		else if (!(n = rest_at(p, i, to)))
			break;
		i += n;
	}
	return i;
}

static int list(struct parse *p, size_t from, size_t to);

/* What a bracket behind a name holds is added if it is nothing but names; a remark is passed over. */
static void
inside(struct parse *p, size_t from, size_t to)
{
	struct parse q = *p;
	size_t n = p->found->n;

	q.depth++;
	if (list(&q, from, to))
		p->result = q.result;
	else
		p->found->n = n;
}

/* One item of a list, [FROM, TO): names, and offices where they may be. Adds nothing, and returns 0,
 * if any part of it is neither. */
static int
item(struct parse *p, size_t from, size_t to)
{
	size_t start = p->found->n, i = from, n, close;
	enum agency_result before = p->result;
	int after = 0, kind;

	while ((i = skip(p, i, to, after)) < to) {
		if ((n = known(p, i, to))) {
			i += n;
			after = 1;
		} else if (bracket_at(part(p, i, to), &kind, &n) && kind > 0 &&
		    (close = bracket_close(part(p, i, to), &n))) {
			inside(p, i + n, i + close);
			i += close + n;
		} else {
			size_t end = run_end(p, i, to);

			if ((p->where > AGENCY_LINE && !after) || !offices(p, i, end, after || p->depth)) {
				p->found->n = start;
				p->result = before;
				return 0;
			}
			i = end;
			after = 1;
		}
	}
	return 1;
}

/* Where the item at I ends: at the next separator outside brackets, or at the next item's mark. */
static size_t
item_end(const struct parse *p, size_t i, size_t to)
{
	size_t from = i, n, close;
	int kind;

	while (i < to && !strong(p, i, to) && !(i > from && p->t->at[i].gap != GAP_NONE && bullet(p, i, to))) {
		close = bracket_at(part(p, i, to), &kind, &n) && kind > 0 ? bracket_close(part(p, i, to), &n) : 0;
		i += close ? close + n : char_length(p, i);
	}
	return i;
}

/* True if every item of the list was understood. */
static int
list(struct parse *p, size_t from, size_t to)
{
	int all = 1;

	while (from < to) {
		size_t end = item_end(p, from, to);

		if (from < end && !item(p, from, end))
			all = 0;
		from = end < to ? end + strong(p, end, to) : end;
	}
	return all;
}

/* 総務省、法務省を除く全府省庁 does not name 総務省 as responsible. */
static int
excludes(const struct parse *p)
{
	size_t i = 0, n, close;
	int kind;

	while (i < p->key.n) {
		if (one_of(p, i, p->key.n, "除 以外 "))
			return 1;
		close = bracket_at(part(p, i, p->key.n), &kind, &n) && kind > 0 ?
		    bracket_close(part(p, i, p->key.n), &n) : 0;
		i += close ? close + n : char_length(p, i);
	}
	return 0;
}

enum agency_result
agency_split(struct buf *found, const struct agencies *a, struct slice text, enum agency_where where, int ministries,
    struct place at)
{
	static struct agencytext t;
	struct parse p = {.a = a, .t = &t, .where = where, .ministries = ministries, .found = found, .at = at};
	size_t n = found->n;

	if (text.n > LONGEST)
		return AGENCY_NOTHING;
	agencytext_set(&t, text);
	p.key = slice_of(&t.key);
	if (excludes(&p))
		return AGENCY_NOTHING;
	if (list(&p, 0, p.key.n) || where == AGENCY_CELL)
		return p.result;
	found->n = n;
	return AGENCY_NOTHING;
}
