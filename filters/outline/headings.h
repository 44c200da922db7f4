/*
 * headings.h - whether a line is a numbered heading, and what its parts are
 *
 * What is known here is the line alone; words/headings.tsv holds the schemes.
 * Where it stands in its document, levels.h knows.
 */
#ifndef TZ_OUTLINE_HEADINGS_H
#define TZ_OUTLINE_HEADINGS_H

#include "base/buf.h"
#include "stream/msg.h"

enum evidence { STRONG, WEAK, WEAKEST };
/* Of a number with more parts these are looked at. */
enum { HEADING_PARTS = 6 };
/* Where items of lists are numbered so, too. */
enum listed { LISTED_NOWHERE, LISTED_IN_MARKDOWN, LISTED };

struct heading {
	struct slice before, mark, gap, title, after; /* parts of the line, as written: together they are the line; AFTER is a CR */
	struct slice id; /* what tells its level from others: scheme, key, number of parts */
	unsigned rank;   /* a fixed level, or 0 */
	unsigned number; /* 2 for "2", "②" and "1-2"; 0 if it has none */
	size_t parts;    /* of a mark that begins with its number in digits: 3 of 5.6.11; 0 of any other */
	unsigned part[HEADING_PARTS];
	enum evidence weak; /* what the number proves */
	int cut;         /* the line breaks off: it is a heading only if the line below is the end of its title */
	enum listed listed;
	int item;        /* by CommonMark it begins an item of a list: 1. or 1) and a blank */
	struct place rule; /* that it is one by */
};

/* Reads the table, FILE's rules (if not NULL) first. To be called once. */
void headings_load(void);

/* Reads LINE, well-formed UTF-8, as a heading; one that is NUMBERED alone has an id and a number, and cannot head anything.
 * The slices are valid until the next call; AT is whom to blame for a pattern that gives up. */
enum heading_kind { HEADING_NOT, HEADING_NUMBERED, HEADING };
enum heading_kind heading_read(struct heading *h, struct slice line, struct place at);

/* What the tables say of other lines, and of the headings among them; TEXT is as written. */
enum line_kind {
	LINE_CONTENTS, /* the title of a list of contents */
	LINE_PAGE,     /* it ends in the number of a page */
	LINE_LEAD,     /* a list follows it */
	LINE_REST,     /* it goes on with the line above */
	LINE_TAIL,     /* it may be the end of the title above */
	LINE_BULLET,   /* an item of a list that numbers nothing */
	LINE_ARROW     /* it leads from one step to the next, and says nothing */
};
int line_is(enum line_kind kind, struct slice text, struct place at);

/* True if the line AFTER goes on with the sentence of the line BEFORE, which stands above it. */
int line_is_rest(struct slice before, struct slice after, struct place at);

/* True if AFTER, the line below the heading BEFORE, looks like the end of its title: a line break has cut it. */
int line_is_tail(const struct heading *before, struct slice after, struct place at);

#endif
