/*
 * somebody.h - who is named that is no office: persons, what they do, companies and other bodies
 *
 * [I, END) is a part of the text that is being taken apart (agency/scan.h), as
 * a whole: how such names are built is in words/agencies.tsv.
 */
#ifndef TZ_AGENCY_SOMEBODY_H
#define TZ_AGENCY_SOMEBODY_H

#include "agency/scan.h"

/* [FROM, TO) names somebody, or says what they are: behind an office it is passed over. */
int somebody_is(const struct scan *s, size_t from, size_t to);
/* [FROM, TO) is built like a person's name: more than shaped like one. */
int somebody_by_name(const struct scan *s, size_t from, size_t to);
/* Where, in the run [I, END), such a name stands right behind an office, to its end: 総務課山田. END if none does. */
size_t somebody_behind(const struct scan *s, size_t i, size_t end);
/* Where, in the run [I, END), somebody is named behind a blank, to its end: 総務課 山田. END if nobody is. */
size_t somebody_before(const struct scan *s, size_t i, size_t end);
/* A company or another body from I to END: ORG_COMPANY, ORG_BODY, or -1. */
int body_kind(const struct scan *s, size_t i, size_t end);
/* What the text from I to END names where persons are named; -1: nobody. */
int somebody_kind(const struct scan *s, size_t i, size_t end);
/* Where, in the run [I, END), the first of two ends: a dot stands between them, or a blank between what somebody is and
 * the name (課長 山田, A社 山田). END if there is but one. */
size_t somebody_first(const struct scan *s, size_t i, size_t end);

/* [FROM, TO) is a company or another body, or somebody where those count; or it is one of these or an office. */
int somebody_or_body(const struct scan *s, size_t from, size_t to);
int somebody_or_office(const struct scan *s, size_t from, size_t to);

#endif
