/*
 * lay.h - the records of a page, and the lines of its file, each of which stands behind one of them
 *
 * What a page shows is not what its file holds. So its records carry no source text; the lines do, in `page`
 * annotations: those from the line that a record begins on to the one before the next record's. Without an end, or with
 * two records on a line, every line stands behind exactly one record, and all of them in order are the file.
 */
#ifndef TZ_HTML_LAY_H
#define TZ_HTML_LAY_H

#include "base/buf.h"

struct lay_note {
	unsigned long line;
	size_t end; /* in lay.noted */
};

/* Starts as {0}. */
struct lay {
	struct buf lines;    /* those that stand behind no record yet, each with its newline */
	unsigned long first; /* the number of the first of them */
	struct buf noted;    /* what is noted about them, KIND TAB FIELDS each */
	struct lay_note *note;
	size_t notes, cap;
	unsigned long last;  /* and of the last: it may go on */
	unsigned long at;    /* the line of the last record; 0: there is none */
};

void lay_begin(struct lay *l);
void lay_line(struct lay *l, struct slice text, unsigned long number, int again);
void lay_note(struct lay *l, struct slice fields, unsigned long number);
/* A text record begins on LINE, or, since lines do not go back, on the one of the record before. Returns which. */
unsigned long lay_record(struct lay *l, unsigned long line);
/* The same for a record with one field, as a whole. */
void lay_text(struct lay *l, const char *kind, unsigned long line, struct slice text);
/* Many lines wait, and none from OPEN on (0: none) belongs to a record that is still to come. */
void lay_relieve(struct lay *l, unsigned long open);
void lay_end(struct lay *l);

#endif
