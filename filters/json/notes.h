/*
 * notes.h - the annotations of one text record, as the arrays that its JSON node carries
 */
#ifndef TZ_JSON_NOTES_H
#define TZ_JSON_NOTES_H

#include "stream/added.h"
#include "base/buf.h"
#include "stream/cols.h"
#include "stream/jw.h"
#include "stream/rec.h"

struct notes {
	struct buf status, dates, agencies, warnings, bytes, filled, defines, values, blocks, why, raw, lines; /* elements, with the commas between them */
	struct buf source;                                   /* a JSON string */
	struct buf page;                                     /* the inside of one */
	int paged, page_goes_on;                             /* there is a page; the next piece belongs to its last line */
	int all_keys;                                        /* dates have `candidates` where there are none, too */
	int any;                                             /* one of them is not empty */
	struct fields f;                                     /* scratch */
};

/* Another element of ARRAY begins. */
static inline void
notes_next(struct buf *array)
{
	if (array->n)
		jw_lit(array, ",");
}

/* Adds annotation R. COLS names its cell; NULL if the node has no cells. Returns 0 if R lacks fields. */
int notes_add(struct notes *n, const struct rec *r, struct cols *cols);
/* Adds all of A, which are statuses, dates or agencies of a row. */
void notes_add_all(struct notes *n, const struct added *a, struct cols *cols);
/* Says message ID, and adds it to the warnings. */
void notes_say(struct notes *n, enum msg id, struct place at, ...);
void notes_clear(struct notes *n);

/* Writes the arrays as the next keys of an object: those that have elements. */
void notes_write(struct buf *to, const struct notes *n);
/* For a row: empty ones as well, so that all rows have the same keys. What restores
 * the text is left to notes_write_origin. */
void notes_write_row(struct buf *to, const struct notes *n);
void notes_write_origin(struct buf *to, const struct notes *n);

#endif
