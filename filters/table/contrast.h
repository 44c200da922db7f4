/*
 * contrast.h - a row beside the rows below it: which rules of evidence fire
 */
#ifndef TZ_TABLE_CONTRAST_H
#define TZ_TABLE_CONTRAST_H

#include "table/column.h"
#include "table/evidence.h"
#include "table/win.h"

/* Wider tables are judged by their first columns. */
enum { CONTRAST_COLUMNS = 64 };

/* What is seen of record I of W, a row, and of the rows of as many cells behind it. */
struct contrast {
	struct looks top[CONTRAST_COLUMNS];
	struct below below[CONTRAST_COLUMNS];
	size_t n;    /* columns looked at */
	int spreads; /* the row right below fills what it leaves empty, and more: that one is no row of the body */
	size_t rows; /* of as many cells below, but for those that say the same: the header again */
	int returns; /* there is one */
	int parted;  /* a blank line stands before the first of them, and none between the others */
	size_t labels; /* so many of them begin with a word that heads columns */
};

void contrast_look(struct contrast *c, const struct window *w, size_t i, const char *file); /* FILE: for messages */
/* Record I and the row below it go together as the two rows of a header: that one has names where I has none. */
int contrast_fills(const struct window *w, size_t i);
/* The rules that fire, but for those that ask what stands above the row. */
evidence_set contrast_evidence(const struct contrast *c, struct held *row, const char *file);

#endif
