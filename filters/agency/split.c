/* split.c - splitting what names those who are responsible; see agency/split.h */
#include "agency/split.h"

#include "agency/office.h"
#include "agency/scan.h"
#include "agency/somebody.h"
#include "words/lists.h"
#include "agency/bracket.h"

/* A text with more than this is no list of names, whatever it would cost to find out. */
enum { LONGEST = 2000, MOST_BRACKETS = 40 };

/* A known name at I is added; returns its length, 0 if there is none. */
static size_t
known(struct scan *s, size_t i, size_t to)
{
	const struct org *o = scan_name(s, i, to);
	size_t n;

	if (o) {
		scan_add(s, o->name, o->kind, o->id);
		if (o->kind == ORG_AGENCY && o->needs == NEEDS_NOTHING)
			s->result = AGENCY_IN_FULL;
		return o->key.n;
	}
	n = scan_group(s, s->a->group, i, to);
	if (n == 0 && s->where <= AGENCY_LINE && s->depth == 0)
		n = scan_group(s, s->a->collective, i, to);
	if (n)
		agency_add_written(s, i, i + n, ORG_GROUP);
	return n;
}

static int
known_at(const struct scan *s, size_t i, size_t to)
{
	return i < to && (scan_full_name(s, i, to) || scan_group(s, s->a->group, i, to) ||
	    scan_group(s, s->a->collective, i, to));
}

/* At I, words join a known name or a group to what stands before them: the length of these words. */
static size_t
joins(const struct scan *s, size_t i, size_t to)
{
	size_t n = scan_one_of(s, i, to, "と や その他の その他 ほか はじめ を含む 他 等 など 及び 並びに ");

	return n && known_at(s, i + n, to) ? n : 0;
}

/* A dot at I stands in a name, for all that can be told: before it, from FROM, is no firm, nor a body by its own name. */
static int
dot_inside(const struct scan *s, size_t from, size_t i, size_t to)
{
	enum { OWN_NAME = 15 }; /* bytes: more than what kind of body it is */
	int kind;

	return scan_dot(s, i, to) && !scan_one_of(s, i, to, "/ | + & ") &&
	    ((kind = body_kind(s, from, i)) < 0 || (kind == ORG_BODY && i - from < OWN_NAME));
}

/* What may stand at I between two names: its length; 0 also where a line ends. */
static size_t
between(const struct scan *s, size_t i, size_t to)
{
	size_t n;

	if ((n = scan_dot(s, i, to)) || (n = scan_conjunction(s, i, to)))
		return n;
	return list_begins(LIST_AND, scan_part(s, i, to));
}

/* Where the name at I ends at the latest: before what may stand behind it. */
static size_t
name_end(const struct scan *s, size_t i, size_t to)
{
	struct scan_bracket b;

	for (i = scan_bracket(s, i, to, &b) ? b.next : i + scan_char(s, i); i < to; i += scan_char(s, i))
		if (between(s, i, to) || s->t->at[i].gap == GAP_LINE || scan_bracket(s, i, to, &b) || scan_rest(s, i, to) || scan_remark(s, i, to))
			break;
	return i < to ? i : to;
}

/* At I one name ends and another begins, by what both sides are. Two offices may be one below the other: agency_offices()
 * parts those. */
static int
parts(const struct scan *s, size_t from, size_t i, size_t to)
{
	int line = s->t->at[i].gap == GAP_LINE, office;
	size_t n = between(s, i, to), next = i + n, end;

	if ((n == 0 && !line) || next >= to)
		return 0;
	next += scan_bullet(s, next, to);
	office = scan_office(s, from, i, 1);
	if (next >= to || (!office && (!somebody_or_body(s, from, i) || dot_inside(s, from, i, to))))
		return 0;
	end = name_end(s, next, to);
	return known_at(s, next, to) || (scan_office(s, next, end, 1) ? !office : somebody_or_body(s, next, end));
}

/* Where the run of unknown text at I ends: before 等 behind a name, before a bracket that closes at
 * a border, before a known name that follows a separator or an office, where two names meet, else at TO. */
static size_t
run_end(const struct scan *s, size_t i, size_t to)
{
	struct scan_bracket b;
	size_t from = i;

	for (i = scan_bracket(s, i, to, &b) ? b.next : i + scan_char(s, i); i < to; i += scan_char(s, i)) {
		size_t dot = scan_dot(s, i, to);

		if (scan_rest(s, i, to) && somebody_or_office(s, from, i))
			return i;
		if (scan_one_of(s, i, to, "」 』 ") || (scan_one_of(s, i, to, ": ") && somebody_or_office(s, from, i)))
			return i;
		if (scan_role(s, i, to) && (scan_gap(s, i) || scan_bracket(s, i, to, &b) || scan_office(s, from, i, 1) ||
		    (scan_bullet(s, i, to) && somebody_or_office(s, from, i))))
			return i;
		if (scan_remark(s, i, to) || (s->where == AGENCY_ANYBODY && s->t->at[i].gap == GAP_LINE) || parts(s, from, i, to))
			return i;
		if (joins(s, i, to) && scan_office(s, from, i, 1))
			return i;
		if (scan_bracket(s, i, to, &b) && scan_border(s, b.next, to)) /* 森田(株) */
			return body_kind(s, from, i) < 0 && re_match_at(s->a->company, scan_part(s, from, b.next), 0, s->at) ? b.next : i;
		if ((dot || scan_gap(s, i)) && (known_at(s, i + dot, to) || (scan_office(s, from, i, 1) && body_kind(s, i + dot, to) >= 0)))
			return i;
		if (scan_full_name(s, i, to) && scan_office(s, from, i, 1))
			return i;
	}
	return to;
}

/* A role before a name; in 窓口係 it is the name. */
static size_t
role_at(const struct scan *s, size_t i, size_t to)
{
	enum { SUFFIX = 6 }; /* bytes */
	struct scan_bracket b;
	size_t n = scan_role(s, i, to), end = n && !scan_bracket(s, i, to, &b) ? run_end(s, i, to) : 0;

	return n && i + n < end && end - i - n <= SUFFIX && !scan_gap(s, i + n) && scan_office(s, i, end, 1) ? 0 : n;
}

/* Skips what stands between names. AFTER: a name stands before it. */
static size_t
skip(const struct scan *s, size_t i, size_t to, int after)
{
	size_t n;

	while (i < to && !(after && scan_remark(s, i, to))) {
		if ((n = scan_rest(s, i, to)) || (n = scan_dot(s, i, to)) || (n = scan_bullet(s, i, to)) ||
		    (after && (n = scan_conjunction(s, i, to))))
			;
		else if ((n = joins(s, i, to)))
			;
		else if (after && (n = list_begins(LIST_AND, scan_part(s, i, to))) && i + n < to && somebody_or_office(s, i + n, name_end(s, i + n, to)))
			;
		else if (!known_at(s, i, to) && (n = role_at(s, i, to)))
			;
		else if (after && (n = scan_one_of(s, i, to, ": ")))
			; /* 総務省：自治行政局 */
		else
			break;
		i += n;
	}
	return i;
}

static int list(struct scan *s, size_t from, size_t to);

/* What a bracket behind a name holds is added if it is nothing but names; a remark is passed over. */
static void
inside(struct scan *s, size_t from, size_t to)
{
	struct scan q = *s;
	size_t n = s->found->n;

	q.depth++;
	if (list(&q, from, to))
		s->result = q.result;
	else
		s->found->n = n;
}

/* What is no office: a company, another body, the first of several with dots between them. They count where the cell names
 * who answers, a body not where those are ministries; elsewhere they are passed over. */
static size_t
organisation(struct scan *s, size_t i, size_t end)
{
	size_t k = i;
	int kind = body_kind(s, i, end);

	if (kind < 0)
		while ((k += scan_char(s, k)) < end)
			if (scan_dot(s, k, end) && (kind = body_kind(s, i, k)) >= 0)
				end = k;
	if (kind >= 0 && s->where == AGENCY_CELL && s->depth == 0 && (kind == ORG_COMPANY || !s->ministries))
		agency_add_written(s, i, end, (enum org_kind)kind);
	return kind >= 0 || re_match_at(s->a->other, scan_part(s, i, end), 0, s->at) ? end - i : 0;
}

/* In a bracket behind a name: 総務省（本省）, but not （本庁）総務課. */
static int
is_behind(const struct scan *s)
{
	return s->depth && s->found->n;
}

/* The unknown text at I is added if it is offices, and they may stand here; another organisation is
 * passed over. Returns its length, or 0. */
static size_t
unknown(struct scan *s, size_t i, size_t to, int after)
{
	size_t end = run_end(s, i, to), before;

	if (s->where > AGENCY_LINE && !after)
		return 0;
	if (agency_offices(s, i, end, after || is_behind(s)))
		return end - i;
	if (s->where != AGENCY_ANYBODY && s->where <= AGENCY_LINE && after && (scan_gap(s, i) || s->key.p[i - 1] == ':') && somebody_is(s, i, end))
		return end - i;
	before = somebody_before(s, i, end);
	if (s->where <= AGENCY_LINE && agency_offices(s, i, before, after || is_behind(s)))
		return (s->where == AGENCY_ANYBODY ? before : end) - i; /* there, that somebody counts */
	if (s->where > AGENCY_LINE || s->where == AGENCY_ANYBODY)
		return 0;
	return organisation(s, i, end);
}

/* Whom the text at I names where persons are named; returns its length, or 0. A stroke parts two: PO/TL. */
static size_t
someone(struct scan *s, size_t i, size_t to)
{
	size_t begin = i, end = run_end(s, i, to), k;
	int kind;

	if (s->where != AGENCY_ANYBODY)
		return 0;
	if (s->depth && !(is_behind(s) && somebody_by_name(s, i, end))) /* 総務課（佐藤）: other remarks may stand there */
		return 0;
	if ((k = somebody_behind(s, i, end)) < end) { /* 総務課佐藤 */
		agency_add_written(s, i, k, ORG_UNIT);
		i = k;
	}
	for (k = i; k < end; k += scan_char(s, k))
		if (k > i && scan_one_of(s, k, end, "/ | + & "))
			end = k;
	end = somebody_first(s, i, end);
	if ((kind = somebody_kind(s, i, end)) < 0)
		return 0;
	agency_add_written(s, i, end, (enum org_kind)kind);
	return end - begin;
}

/* A company or a body whose name begins with a bracket, (株)森田, at I: its length, or 0. */
static size_t
bracketed(struct scan *s, size_t i, size_t to)
{
	struct scan_bracket b;
	size_t k;
	int kind;

	if (s->depth || (s->where != AGENCY_CELL && s->where != AGENCY_ANYBODY) || !scan_bracket(s, i, to, &b))
		return 0;
	to = run_end(s, i, to);
	if ((kind = body_kind(s, i, to)) < 0)
		return 0;
	for (k = i + scan_char(s, i); k < to; k += scan_char(s, k))
		if (scan_gap(s, k) && s->where == AGENCY_ANYBODY && body_kind(s, i, k) >= 0 && somebody_kind(s, k, to) == ORG_PERSON)
			to = k; /* (株)森田 山田 */
	if (kind == ORG_COMPANY || !s->ministries)
		agency_add_written(s, i, to, (enum org_kind)kind);
	return to - i;
}

/* One item of a list, [FROM, TO): names, and offices where they may be. Adds nothing, and returns 0,
 * if any part of it is neither. */
static int
item(struct scan *s, size_t from, size_t to)
{
	size_t start = s->found->n, i = from, last = from, n;
	enum agency_result before = s->result;
	struct scan_bracket b;
	int after = 0;

	for (; (i = skip(s, i, to, after)) < to; last = i) {
		if ((n = known(s, i, to)) || (!scan_bracket(s, i, to, &b) && ((n = unknown(s, i, to, after)) || (n = someone(s, i, to))))) {
			i += n;
			after = 1;
		} else if (after && scan_remark(s, i, to)) {
			return 1;
		} else if ((!after || i > last || scan_gap(s, i)) && (n = bracketed(s, i, to))) {
			i += n;
			after = 1;
		} else if (scan_bracket(s, i, to, &b)) {
			inside(s, b.from, b.to);
			i = b.next;
		} else {
			s->found->n = start;
			s->result = before;
			return 0;
		}
	}
	return 1;
}

/* Before I stands a stroke, and at I a role: 主：総務課／副：企画課. */
static int
begins_with_role(const struct scan *s, size_t i, size_t to)
{
	return i > 0 && scan_one_of(s, i - 1, to, "/ | ") && scan_role(s, i, to);
}

/* Where the item at I ends: at the next separator outside brackets, or at the next item's mark. */
static size_t
item_end(const struct scan *s, size_t i, size_t to)
{
	struct scan_bracket b;
	size_t from = i;

	while (i < to && !scan_comma(s, i, to) &&
	       !(i > from && ((scan_gap(s, i) && scan_bullet(s, i, to)) || begins_with_role(s, i + 1, to))))
		i = scan_bracket(s, i, to, &b) ? b.next : i + scan_char(s, i);
	return i;
}

/* True if every item of the list was understood. */
static int
list(struct scan *s, size_t from, size_t to)
{
	int all = 1;

	while (from < to) {
		size_t end = item_end(s, from, to);

		if (from < end && !item(s, from, end))
			all = 0;
		from = end < to ? end + scan_comma(s, end, to) : end;
		if (from > end)
			from += scan_conjunction(s, from, to); /* 総務課、および財政課 */
	}
	return all;
}

/* 総務省、法務省を除く全府省庁 does not name 総務省 as responsible. */
static int
excludes(const struct scan *s)
{
	size_t i = 0, to = s->key.n;
	struct scan_bracket b;

	while (i < to) {
		if (scan_one_of(s, i, to, "除 以外 "))
			return 1;
		i = scan_bracket(s, i, to, &b) ? b.next : i + scan_char(s, i);
	}
	return 0;
}

static int
too_much(struct slice key)
{
	int brackets = 0, kind;
	size_t i, n;

	for (i = 0; i < key.n; i++)
		brackets += bracket_at((struct slice){key.p + i, key.n - i}, &kind, &n) && kind > 0;
	return brackets > MOST_BRACKETS;
}

enum agency_result
agency_split(struct buf *found, const struct agencies *a, struct slice text, enum agency_where where, int ministries,
    struct place at)
{
	struct agencytext *t = &a->room->text;
	struct scan s = {.a = a, .t = t, .where = where == AGENCY_PERSONS ? AGENCY_ANYBODY : where, .persons = where == AGENCY_PERSONS,
	    .ministries = ministries, .found = found, .at = at};
	size_t n = found->n;

	if (text.n > LONGEST)
		return AGENCY_NOTHING;
	agencytext_set(t, text);
	s.key = slice_of(&t->key);
	if (too_much(s.key) || excludes(&s))
		return AGENCY_NOTHING;
	if (list(&s, 0, s.key.n) || where <= AGENCY_PERSONS)
		return s.result;
	found->n = n;
	return AGENCY_NOTHING;
}
