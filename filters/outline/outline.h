/*
 * outline.h - what this filter knows of the document so far: one struct, of which each file has its part
 */
#ifndef TZ_OUTLINE_OUTLINE_H
#define TZ_OUTLINE_OUTLINE_H

#include "base/decimal.h"
#include "outline/before.h"
#include "outline/headings.h"
#include "outline/levels.h"
#include "stream/rec.h"

enum { LIST_ID = 64 };

/* The heading that waits; see held.h. */
struct waiting {
	int on, leads;       /* behind such words */
	int doubtful;        /* its number alone proves nothing: the line below has to */
	int begins;          /* no list has come to its number, and no section */
	int flow;            /* an arrow stands below it */
	int own;             /* what belongs to an item has come: bullets, indented lines, code */
	int plain;           /* nothing in it need be escaped */
	struct rec r;        /* its kind and line */
	struct heading h;    /* its parts are those of TEXT */
	struct buf raw, joined, id;
	struct slice text;   /* in RAW, or JOINED, of what an earlier run has cut or what is escaped */
	struct buf behind;   /* the records after it */
	struct buf last;     /* the last text among them that is not blank */
	size_t blanks;       /* in a row, at their end */
};

/* The list that the last lines are items of; or the number of the heading that is held. */
struct items {
	int on;
	char id[LIST_ID];
	size_t n;
	unsigned number;
	int item;             /* by CommonMark */
	int hangs;            /* its items are wrapped, and hang: see wrapped.h */
	size_t indent, width; /* columns: of the marker, and of what belongs to the item */
	char same[LIST_ID];   /* items of this document that are numbered so all have one number, */
	size_t same_n;
	unsigned same_number; /* this one */
};

/* Starts as {0}; see outline.c. */
struct outline {
	struct headings headings;
	struct levels levels;
	struct before_line before;
	struct waiting held;
	struct items list;
	int markdown;            /* a heading by syntax stands above */
	struct buf file;         /* the document's name, for messages */
	unsigned long last;      /* the line of the last record of text */
	int bad_utf8;            /* the last record was said to be bad */
	struct buf pending;      /* a `head` up to the record behind it: see outline.c */
	struct fields fields;    /* of the record at hand */
	struct buf text, joined; /* its text; that of a `head`, put together */
	struct buf before_title, title; /* of a heading by syntax */
	struct buf rule, raw;    /* what is written: a rule's name, a record, */
	struct decimal number;   /* and its line */
};

#endif
