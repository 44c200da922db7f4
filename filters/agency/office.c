/* office.c - offices that no dictionary knows; see agency/office.h */
#include "agency/office.h"

#include <string.h>

#include "words/lists.h"

enum { BREAKS = 24 }; /* places at which a text may be several offices */

enum cutter { CUT_WORD, CUT_DOT, CUT_LINE, CUT_BLANK };

struct breaks {
	struct {
		size_t at, next; /* where the one side ends and the other begins */
		enum cutter by;
	} b[BREAKS];
	size_t n;
};

/* What may separate at I: its length into *LEN. */
static int
cutter_at(const struct scan *s, size_t i, size_t to, enum cutter *by, size_t *len)
{
	*by = CUT_WORD;
	if ((*len = scan_one_of(s, i, to, "/ | ")) || (*len = scan_conjunction(s, i, to)) ||
	    (*len = list_begins(LIST_AND, scan_part(s, i, to))))
		return 1;
	*by = CUT_DOT;
	if ((*len = scan_dot(s, i, to)))
		return 1;
	*by = s->t->at[i].gap == GAP_LINE ? CUT_LINE : CUT_BLANK;
	return scan_gap(s, i);
}

/* The places in [FROM, TO) that may separate. Those beyond the most that there may be do not. */
static void
find_breaks(const struct scan *s, size_t from, size_t to, struct breaks *br)
{
	enum cutter by;
	size_t i, len;

	br->n = 0;
	for (i = from + scan_char(s, from); i < to && br->n < BREAKS; i += len ? len : scan_char(s, i)) {
		if (!cutter_at(s, i, to, &by, &len))
			continue;
		br->b[br->n].at = i;
		br->b[br->n].next = i + len + (len ? scan_bullet(s, i + len, to) : 0); /* ◎総務課・○財政課 */
		br->b[br->n++].by = by;
	}
}

static int
ends(const struct scan *s, size_t to, const char *list)
{
	size_t n;

	for (n = 3; n <= 12 && n <= to; n += 3) /* the endings are one to four characters of three bytes */
		if (scan_one_of(s, to - n, to, list) == n)
			return 1;
	return 0;
}

/* How far down in a tree an office stands whose name ends at TO: a 課 is below a 部, a 係 below a 課.
 * A センター and the like can have a 課, but can also be below one: OVER tells what is asked. */
static int
level(const struct scan *s, size_t to, int over)
{
	if (ends(s, to, "本部 委員会 "))
		return 0;
	if (ends(s, to, "局 "))
		return 1;
	if (ends(s, to, "部 官房 公室 "))
		return 2;
	if (ends(s, to, "課 室 "))
		return 3;
	if (ends(s, to, "係 班 チーム グループ ユニット "))
		return 4;
	return over ? 2 : 3;
}

/* True if the offices that end at A and at B are of one kind: 課 and 課. */
static int
same_kind(const struct scan *s, size_t a, size_t b)
{
	return level(s, a, 0) == level(s, b, 0) && memcmp(s->key.p + a - 3, s->key.p + b - 3, 3) == 0;
}

/* Where the first office that begins behind break I ends; 0 if none does. */
static size_t
next_office(const struct scan *s, const struct breaks *br, size_t i, size_t to, int sub)
{
	size_t from = br->b[i].next, k;

	for (k = i + 1; k <= br->n; k++) {
		size_t end = k < br->n ? br->b[k].at : to;

		if (end > from && scan_office(s, from, end, sub))
			return end;
	}
	return 0;
}

/* True if break I separates the office [FROM, …) before it from another one. */
static int
cuts(const struct scan *s, const struct breaks *br, size_t i, size_t from, size_t to, int sub)
{
	size_t end = br->b[i].at, next;

	if (end <= from || !scan_office(s, from, end, sub) || !(next = next_office(s, br, i, to, sub)))
		return 0;
	switch (br->b[i].by) {
	case CUT_WORD: return 1;
	case CUT_DOT: return next == to || level(s, next, 0) <= level(s, end, 1) + 1;
	case CUT_LINE: return level(s, next, 0) <= level(s, end, 1);
	case CUT_BLANK: return same_kind(s, end, next);
	}
	return 0;
}

void
agency_add_written(struct scan *s, size_t from, size_t to, enum org_kind kind)
{
	enum gap least = kind == ORG_GROUP ? GAP_BLANK : GAP_LINE; /* that is left out */
	struct buf name = {0};
	size_t i, start = from;

	for (i = from + 1; i < to; i++) {
		if (s->t->at[i].gap < least || s->t->at[i].from == s->t->at[i - 1].from)
			continue;
		agencytext_raw(&name, s->t, start, i);
		if (kind == ORG_UNIT && scan_office(s, from, i, 1))
			buf_addc(&name, ' '); /* 都市整備部 ended its line; in 特区推 it only ran out of room */
		start = i;
	}
	agencytext_raw(&name, s->t, start, to);
	scan_add(s, slice_of(&name), kind, (struct slice){"", 0});
	buf_free(&name);
}

int
agency_offices(struct scan *s, size_t from, size_t to, int sub)
{
	size_t n = s->found->n, i;
	struct breaks br;

	find_breaks(s, from, to, &br);
	for (i = 0; i < br.n; i++) {
		if (!cuts(s, &br, i, from, to, sub))
			continue;
		agency_add_written(s, from, br.b[i].at, ORG_UNIT);
		from = br.b[i].next;
	}
	if (scan_office(s, from, to, sub)) {
		agency_add_written(s, from, to, ORG_UNIT);
		return 1;
	}
	s->found->n = n;
	return 0;
}
