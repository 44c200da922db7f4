/*
 * seen.h - what the cells of a column have been, as far as that tells what the column is
 */
#ifndef TZ_TABLE_SEEN_H
#define TZ_TABLE_SEEN_H

#include "stream/rec.h"
#include "table/win.h"
#include "words/re.h"

enum { SEEN_KINDS = 6 }; /* a scale seldom has more grades */

/* What the cells of a column have been. A cell may be counted under several heads. Starts as {0}. */
struct seen {
	size_t rows, filled, figures, percents, days, offices, states, signs, prose, words, long_ones, codes;
	size_t long_states; /* long_ones, but for what stands in brackets behind */
	size_t grades;  /* marks that grade: ◎, A, ③, with a remark or not */
	size_t dashes;  /* -, and 同左, 〃, which say nothing of their own */
	size_t letters; /* of the grades, the ones that number as well: A, ③ */
	size_t again;   /* cells that say what the one above says */
	size_t repeats; /* cells that say what one of the first few that differ says */
	size_t sentences;
	int steps;    /* every cell goes on from the one above: 1, 2, 3 */
	struct slice last;
	struct slice first[SEEN_KINDS];
	size_t kinds; /* of them */
};

/* What is asked of a column. rows, filled, prose, long_ones, long_states, and what cells have in common, are right in any
 * case; a count asked whether it is of ALL cells stays behind `filled` from the first cell on that is none. */
enum {
	SEEN_SKIP = 0,
	SEEN_NONE = 1,      /* nothing but those */
	SEEN_GRADES = 2,    /* are all cells grades or dashes? */
	SEEN_FIGURES = 4,   /* are all figures, percentages, codes? */
	SEEN_DAYS = 8,      /* are all days? */
	SEEN_SIGNS = 16,    /* are all signs? */
	SEEN_SENTENCES = 32,
	SEEN_EACH = 64      /* all counts are right */
};

/* Where cells are looked at. Starts as {0}. */
struct seen_room {
	struct buf plain, text; /* a cell unescaped, and folded */
	struct re *remark;      /* what may stand behind a mark */
};

/* Counts the cells of the first MOST of N columns, of the rows that begin window W, each whole. What is said of the header
 * may stand before them. SEEN has MOST places; ASKED what is asked of each. */
void seen_count(struct seen *seen, const unsigned char *asked, size_t most, size_t n, const struct window *w,
    struct seen_room *room);

#endif
