/*
 * win.h - the records that tanzaku-table holds while it looks ahead
 *
 * A ring of copies. It is bounded twice: by the number of records and, because
 * a longer record than HOLD_BYTES is never held, by their size. What says why is
 * set aside: nothing that is decided may depend on whether somebody asks.
 */
#ifndef TZ_TABLE_WIN_H
#define TZ_TABLE_WIN_H

#include "base/buf.h"
#include "stream/rec.h"

enum { WINDOW = 32, HOLD_BYTES = 32 * 1024 };

struct held {
	struct buf raw;
	struct rec r;    /* its slices point into raw */
	size_t cells;    /* of a row */
	struct fields fields; /* of it, once held_fields has been asked */
	int parted;
	struct buf notes; /* `why` records behind it, each with its LF */
	int judged;      /* what table/judge.h says of it, once it has been asked */
};

struct window {
	struct held *ring[WINDOW];
	size_t first, n;
	struct buf notes; /* those of the records let go */
};

/* Record I of those held, from 0. */
struct held *win_at(const struct window *w, size_t i);
/* Holds a copy of R behind the others; a `cols` becomes the `row` it was. The window must not be full. */
struct held *win_push(struct window *w, const struct rec *r);
/* R, a `why` record, stands behind the last one held. */
void win_note(struct window *w, const struct rec *r);
/* Lets go of record I. */
void win_drop(struct window *w, size_t i);
/* The fields of H, as long as it is held. */
const struct fields *held_fields(struct held *h);
/* Gives H the text NEW of a row instead of its own. */
void held_set(struct held *h, struct slice raw);
int win_full(const struct window *w);
/* How many fields R has. */
size_t count_cells(const struct rec *r);
/* The same, and the last one of them. */
size_t count_with_last(const struct rec *r, struct slice *last);
/* R is a numbered heading, which may be the title of a section of a table; headings by syntax are none. */
int win_is_section(const struct rec *r);
/* The next record behind I that carries source text, and is no rule; w->n if none is held. */
size_t win_next(const struct window *w, size_t i);
/* Record I, a row, was cut at commas or semicolons: what stands behind its first cell in its source. */
int win_is_delimited(const struct window *w, size_t i);

#endif
