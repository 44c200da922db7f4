/*
 * ctx.h - what a document has said about time, at the place that is read
 *
 * The model is told in date/look.h. A section is what a `head` record begins,
 * down to the next one that is not deeper. What closed sections have said is
 * forgotten.
 */
#ifndef TZ_DATE_CTX_H
#define TZ_DATE_CTX_H

#include "date/read.h"

enum { CTX_DEPTHS = 101 };

struct ctx {
	/* the sections that are open; 0 is the document */
	struct frame {
		unsigned long depth;
		struct datectx subject; /* the year that its heading, the document's title speaks of */
		unsigned long subject_line; /* the record that said so last */
		struct datectx issue;   /* the day that it was written on, as it says */
		int issue_said;         /* a word beside that day says so: no other one in the title is that */
		struct datectx told;    /* the present, as a date has told it: last year (fiscal 2006) */
	} frames[CTX_DEPTHS];
	int top;
	struct datectx base, cell, header, row, era;
	unsigned long lines;  /* records so far */
	int beside;           /* a year of something that this record names; or 0 */
	int row_years;        /* different ones were in the cells of the row */
	int named[12][31];    /* the year of each day that the prose has named; -1: of several */
	int defines;          /* the table at hand says what fields hold: a relative year is that of any */
	int in_title;         /* lines may still be the document's title */
	int title_lines;
};

void ctx_begin_doc(struct ctx *c, const long *base); /* BASE: the base date, or NULL */
void ctx_begin_section(struct ctx *c, unsigned long depth);
void ctx_begin_record(struct ctx *c);
/* HEADER: what the header of the cell's column says, or NULL. */
void ctx_begin_cell(struct ctx *c, const struct datectx *header);

/* What a date in the cell leans on, but for what the text around it says. DAY: E is a day, whose month is known. */
void ctx_look(const struct ctx *c, const struct dexpr *e, struct datelook *look);
void ctx_add(struct ctx *c, const struct date *d); /* the date found here */
/* The date was all that the cell says: it tells the year of the row. */
void ctx_add_row(struct ctx *c, const struct date *d);
/* The date D, of a line of text or of a heading (IS_HEAD), S: what it tells about the document. */
void ctx_state(struct ctx *c, struct slice s, const struct date *d, int is_head);
void ctx_issued(struct ctx *c, const struct datectx *as); /* a label says that the document is of this day */
/* True if S is nothing but a label of that day, or of that of the last change. */
int is_issue_label(struct slice s);
/* A record that ends the title; a line that may be of it. */
void ctx_title_ends(struct ctx *c);
void ctx_title_line(struct ctx *c, struct slice s);

#endif
