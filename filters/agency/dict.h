/*
 * dict.h - the names of those who can be responsible: words/agencies.tsv
 *
 * Names are looked up folded and without white space (agency/text.h). The
 * longest name that a text begins with comes from one binary search: it is
 * the text's neighbour in sorted order, or a name that this one begins with.
 */
#ifndef TZ_AGENCY_DICT_H
#define TZ_AGENCY_DICT_H

#include "agency/text.h"
#include "base/buf.h"
#include "words/re.h"

enum org_kind { ORG_AGENCY, ORG_GROUP, ORG_UNIT, ORG_PERSON, ORG_ROLE, ORG_COMPANY, ORG_BODY };

/* What must be around a name so that it counts. An abbreviation like 総務 is also an ordinary word. */
enum org_needs {
	NEEDS_NOTHING,
	NEEDS_BORDER,  /* nothing of the word goes on behind it */
	NEEDS_LABEL,   /* and it stands in a label 【…】, or where ministries are to be expected */
	NEEDS_CONTEXT  /* and it stands where ministries are to be expected */
};

struct org {
	struct slice key;  /* folded: what is looked up */
	struct slice name; /* what it is called in full */
	struct slice id;   /* 法人番号, or empty */
	enum org_kind kind;
	enum org_needs needs;
	size_t rule;       /* its place in the table: the first of two equal keys counts */
	size_t shorter;    /* 1 + the index of the longest other name that it begins with; 0 if there is none */
};

/* Where one text at a time is taken apart. */
struct agency_room {
	struct agencytext text;
	struct buf field;
};

struct agencies {
	struct org *v; /* sorted by key */
	size_t n, cap;
	struct re *header;   /* a header that names who is responsible */
	struct re *subheader; /* the same, beside such a one */
	struct re *group;    /* words for several agencies */
	struct re *collective; /* words for several of anything, in a responsible cell only */
	struct re *unit;     /* what looks like an office */
	struct re *subunit;  /* what does so behind its agency's name */
	struct re *other;    /* what looks like an organisation of another kind */
	struct re *role;     /* what may stand before a name: 担当： */
	struct re *rest;     /* what may stand behind a name: ほか２省 */
	struct re *beyond;   /* what shows, from its last letter on, that a name goes on as a word: 総務省｜力化係 */
	struct re *mark;     /* a role or a number with a blank behind it */
	struct re *remark;   /* what ends the names: ※ */
	struct re *ministries; /* in a header: it is ministries that it speaks of */
	struct re *either;   /* a header of offices or persons */
	struct re *personal; /* a header of persons; there count, as a whole: */
	struct re *shaped;   /* what is shaped like a person's name, which counts where the header speaks of persons */
	struct re *person, *job, *company, *nobody;
	struct agency_room *room;
};

/* Loads the built-in table, with that of FILE (if not NULL) in front. */
void agencies_load(struct agencies *a);

/* The longest name that S begins with, or NULL; then the next shorter one. */
const struct org *agency_longest(const struct agencies *a, struct slice s);
const struct org *agency_shorter(const struct agencies *a, const struct org *o);

/* Does HEADER, the text of a header cell or what stands before a colon, say that names of those who
 * are responsible follow? One that `ministries` matches says that they are ministries. */
enum agency_header {
	HEADER_OTHER,
	HEADER_BESIDE, /* it does beside one of the next two: 課, where 府省庁 is another column */
	HEADER_ANYBODY, /* persons, or any of the others */
	HEADER_PERSONS, /* the same, and it speaks of persons: 担当者 */
	HEADER_RESPONSIBLE,
	HEADER_MINISTRIES
};
enum agency_header agency_header(const struct agencies *a, struct slice header, struct place at);

/* True if it says so of offices and persons alike: 担当. */
int agency_header_of_either(const struct agencies *a, struct slice header, struct place at);

const char *org_kind_name(enum org_kind kind);

#endif
