/*
 * merged.h - a header of two rows whose merged cells a browser has left out, by its shape
 *
 *	R5年度評価	取組
 *	件数	割合
 *	計画どおり	10件	52.6%
 *
 * Two short rows of labels stand above longer ones that are all of one length, and together they have just as many cells
 * as those, and one more for each name that spreads. Where figures stand, below the second row, tells which name it is.
 */
#ifndef TZ_TABLE_MERGED_H
#define TZ_TABLE_MERGED_H

#include <stdint.h>

#include "table/win.h"

enum { MERGED_COLUMNS = 64 };

/* What the cells of a column are: nothing tells, or they are of several kinds; figures; signs and single letters; words. */
enum merged_kind { KIND_OPEN, KIND_MIXED, KIND_FIGURES, KIND_SIGNS, KIND_WORDS };

/* What the rows behind the last row of a header are. */
struct merged {
	size_t cols;      /* cells that each of them has; 0: not all have the same, or there is one alone */
	uint64_t figures; /* columns where all cells are figures, or signs; a bit each */
	unsigned char kind[MERGED_COLUMNS]; /* of each column */
};

/* Columns of kinds A and B may stand below the same label. */
int merged_agree(unsigned char a, unsigned char b);
/* The rows behind record SECOND of W. */
struct merged merged_body(const struct window *w, size_t second);
/* Record 0 of W is the first row of such a header, of two rows or three; which of its names spread may be open. */
int merged_is_top(const struct window *w);
/* K names, one beside the other, of N1 of the first row, spread over the N2 labels below: those that have figures, and all of
 * them, below, and none of which is one of ALONE, a bit each. In how many ways that is so; *FIRST of them, in the last. */
size_t merged_places(const struct merged *m, size_t n1, size_t n2, size_t k, uint64_t alone, size_t *first);

#endif
