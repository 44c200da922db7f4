/*
 * heading.h - what a numbered heading is, and what kinds of other lines there are
 */
#ifndef TZ_OUTLINE_HEADING_H
#define TZ_OUTLINE_HEADING_H

#include "base/buf.h"
#include "stream/msg.h"

enum proof { STRONG, WEAK, WEAKEST };
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
	enum proof weak; /* what the number proves */
	int cut;         /* the line breaks off: it is a heading only if the line below is the end of its title */
	enum listed listed;
	int item;        /* by CommonMark it begins an item of a list: 1. or 1) and a blank */
	struct place rule; /* that it is one by */
};

/* What the tables say of other lines, and of the headings among them. */
enum other_line {
	LINE_CONTENTS, /* the title of a list of contents */
	LINE_PAGE,     /* it ends in the number of a page */
	LINE_LEAD,     /* a list follows it */
	LINE_REST,     /* it goes on with the line above */
	LINE_TAIL,     /* it may be the end of the title above */
	LINE_BULLET,   /* an item of a list that numbers nothing */
	LINE_ARROW     /* it leads from one step to the next, and says nothing */
};

#endif
