/* somebody.c - persons, what they do, companies and other bodies; see agency/somebody.h */
#include "agency/somebody.h"

/* Where a header speaks of persons, what is shaped like a name is one. */
static int
is_person(const struct scan *s, struct slice name)
{
	return re_match_at(s->a->person, name, 0, s->at) || (s->persons && re_match_at(s->a->shaped, name, 0, s->at));
}

int
somebody_is(const struct scan *s, size_t from, size_t to)
{
	struct slice name = scan_part(s, from, to);

	return re_match_at(s->a->job, name, 0, s->at) || is_person(s, name);
}

int
somebody_by_name(const struct scan *s, size_t from, size_t to)
{
	return re_match_at(s->a->person, scan_part(s, from, to), 0, s->at);
}

/* From I to END an office is named, or one before a blank. */
static int
begins_with_office(const struct scan *s, size_t i, size_t end)
{
	size_t k;

	for (k = i + scan_char(s, i); k < end; k += scan_char(s, k))
		if (scan_gap(s, k) && scan_office(s, i, k, 1))
			return 1;
	return scan_office(s, i, end, 1);
}

size_t
somebody_before(const struct scan *s, size_t i, size_t end)
{
	size_t k;

	for (k = i + scan_char(s, i); k < end; k += scan_char(s, k))
		if (scan_gap(s, k) && somebody_is(s, k, end) && !begins_with_office(s, k, end))
			return k;
	return end;
}

size_t
somebody_behind(const struct scan *s, size_t i, size_t end)
{
	size_t k;

	if (agencytext_gap(s->t, i, end) != GAP_NONE) /* 総務部長 山田 */
		return end;
	for (k = i + scan_char(s, i); k < end; k += scan_char(s, k))
		if (scan_office(s, i, k, 0) && somebody_by_name(s, k, end))
			return k;
	return end;
}

int
body_kind(const struct scan *s, size_t i, size_t end)
{
	struct slice name = scan_part(s, i, end);

	if (re_match_at(s->a->nobody, name, 0, s->at))
		return -1;
	if (re_match_at(s->a->company, name, 0, s->at))
		return ORG_COMPANY;
	return re_match_at(s->a->other, name, 0, s->at) ? (int)ORG_BODY : -1;
}

int
somebody_kind(const struct scan *s, size_t i, size_t end)
{
	struct slice name = scan_part(s, i, end);

	if (re_match_at(s->a->nobody, name, 0, s->at))
		return -1;
	if (scan_office(s, i, end, 0))
		return ORG_UNIT;
	if (re_match_at(s->a->company, name, 0, s->at))
		return ORG_COMPANY;
	if (re_match_at(s->a->other, name, 0, s->at))
		return ORG_BODY;
	if (re_match_at(s->a->job, name, 0, s->at))
		return ORG_ROLE;
	return is_person(s, name) ? (int)ORG_PERSON : -1;
}

/* What stands with a blank before a person's name: what he is, and his company. */
static int
is_his(int kind)
{
	return kind == ORG_ROLE || kind == ORG_COMPANY;
}

size_t
somebody_first(const struct scan *s, size_t i, size_t end)
{
	size_t k;

	for (k = i + scan_char(s, i); k < end; k += scan_char(s, k)) {
		if (scan_gap(s, k) && is_his(somebody_kind(s, i, k)) && somebody_kind(s, k, end) == ORG_PERSON)
			return k;
		if (scan_dot(s, k, end) && somebody_kind(s, i, end) < 0)
			return k;
	}
	return end;
}

int
somebody_or_body(const struct scan *s, size_t from, size_t to)
{
	return body_kind(s, from, to) >= 0 || (s->where == AGENCY_ANYBODY && somebody_is(s, from, to));
}

int
somebody_or_office(const struct scan *s, size_t from, size_t to)
{
	return from < to && (scan_office(s, from, to, 1) || somebody_or_body(s, from, to));
}
