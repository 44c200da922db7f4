/* recshape.h - whether a record looks as tanzaku(5) says that its kind does */
#ifndef TZ_STREAM_RECSHAPE_H
#define TZ_STREAM_RECSHAPE_H

#include "base/buf.h"
#include "stream/rec.h"

/* True if text record R has the fields of its kind. Those of headings and of entries of legends are put into F. */
int rec_well_formed(const struct rec *r, struct fields *f);

/* The kind that a record of an unknown kind gives itself; empty if it is no record at all. */
struct slice rec_kind_name(const struct rec *r);

/* Makes TEXT a `text` record of all fields of R, tabs included; they are in TMP. */
void rec_as_text(struct rec *text, const struct rec *r, struct buf *tmp);
/* Makes GOOD what R is in well-formed UTF-8, U+FFFD in place of each byte that is none; it is in TMP. */
void rec_repair(struct rec *good, const struct rec *r, struct buf *tmp);

/* The number in FIELD, or 0 if it is none, or over nine digits. */
unsigned long field_number(struct slice field);

/* Kinds that were seen before. Starts as {0}. */
struct kinds_seen {
	struct buf names; /* with a tab behind each */
	unsigned n;
};
enum { KINDS_SEEN_MAX = 16 };

/* True for the first record of its kind, and only as long as there are no more than KINDS_SEEN_MAX kinds. */
int kind_first_seen(struct kinds_seen *k, struct slice kind);
void kinds_forget(struct kinds_seen *k);

#endif
