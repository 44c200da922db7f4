/*
 * scan.h - what stands at a place in a list of names; agency/split.c reads the list
 *
 * A place is a byte of the text without its white space (agency/text.h). What
 * is asked about place I is answered by the length of what stands there, 0 if
 * it does not; nothing from TO on is looked at.
 */
#ifndef TZ_AGENCY_SCAN_H
#define TZ_AGENCY_SCAN_H

#include "agency/dict.h"
#include "agency/split.h"
#include "agency/text.h"

struct scan {
	const struct agencies *a;
	const struct agencytext *t;
	struct slice key;  /* the text of T */
	enum agency_where where;
	int persons;       /* the header speaks of them */
	int ministries;    /* ministries are to be expected */
	int depth;         /* of brackets */
	struct buf *found; /* what agency_split() adds to */
	enum agency_result result;
	struct place at;
};

struct slice scan_part(const struct scan *s, size_t from, size_t to);
size_t scan_char(const struct scan *s, size_t i); /* a character's length */
int scan_gap(const struct scan *s, size_t i);     /* white space stood before I */

/* One of the texts in LIST, each of which ends in a space. */
size_t scan_one_of(const struct scan *s, size_t i, size_t to, const char *list);
size_t scan_comma(const struct scan *s, size_t i, size_t to);       /* always separates */
size_t scan_dot(const struct scan *s, size_t i, size_t to);         /* does so between names; a part of a name elsewhere */
size_t scan_conjunction(const struct scan *s, size_t i, size_t to); /* 及び */
size_t scan_bullet(const struct scan *s, size_t i, size_t to);      /* a mark before an item */
size_t scan_rest(const struct scan *s, size_t i, size_t to);        /* 等, ほか２省, and no word goes on behind it */

size_t scan_role(const struct scan *s, size_t i, size_t to);        /* 主担当：, (副), or 1 with a blank behind it */
int scan_remark(const struct scan *s, size_t i, size_t to);         /* what is read ends: ※ */

/* A bracket that opens at I and closes: what it holds, [FROM, TO), and where the text goes on. */
struct scan_bracket {
	size_t from, to, next;
};
int scan_bracket(const struct scan *s, size_t i, size_t to, struct scan_bracket *b);

/* True if no word goes on at I. */
int scan_border(const struct scan *s, size_t i, size_t to);
/* True if at I begins a name that counts wherever it stands. */
int scan_full_name(const struct scan *s, size_t i, size_t to);
/* The longest name of the dictionary at I that counts here, or NULL. */
const struct org *scan_name(const struct scan *s, size_t i, size_t to);
/* The words for a group that RE knows. */
size_t scan_group(const struct scan *s, struct re *re, size_t i, size_t to);
/* True if [FROM, TO) looks like an office; SUB: directly behind its agency. */
int scan_office(const struct scan *s, size_t from, size_t to, int sub);

/* Adds a name to what was found, if it is not there. */
void scan_add(struct scan *s, struct slice name, enum org_kind kind, struct slice id);

#endif
