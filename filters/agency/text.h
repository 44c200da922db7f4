/*
 * text.h - a cell as names are looked up in it: folded, and without white space
 *
 * White space is where the lines of a narrow column were broken, or where a
 * typesetter spaced the letters of 警 察 庁; or it separates names. So it is
 * taken out, and remembered.
 */
#ifndef TZ_AGENCY_TEXT_H
#define TZ_AGENCY_TEXT_H

#include "base/fold.h"

enum gap { GAP_NONE, GAP_BLANK, GAP_LINE };

/* Starts as {0}. */
struct agencytext {
	struct buf key;
	struct slice source;
	struct agencychar { /* one for each byte of KEY, and one behind the last */
		size_t from, to; /* its character in SOURCE */
		enum gap gap;    /* what stood before that character */
	} *at;
	size_t cap;
	struct folded folded;
};

/* Refills T with TEXT, well-formed UTF-8 that must outlive it. */
void agencytext_set(struct agencytext *t, struct slice text);

/* True if white space stands before every character of [FROM, TO) but the first. */
int agencytext_spaced(const struct agencytext *t, size_t from, size_t to);
/* The widest gap inside [FROM, TO). */
enum gap agencytext_gap(const struct agencytext *t, size_t from, size_t to);

/* Appends [FROM, END) as the source has it, but for the blanks of letterspacing and the ends of lines. */
void agencytext_raw(struct buf *to, const struct agencytext *t, size_t from, size_t end);

#endif
