/*
 * layout.h - cells at known columns of a page: where a line is cut, and a row of one line or several
 *
 * A column begins at a place on the page, in half-width columns; its cells may end anywhere before the blank that the next
 * column has before it. A line in which a word stands across such a blank has no cells there.
 */
#ifndef TZ_SPLIT_LAYOUT_H
#define TZ_SPLIT_LAYOUT_H

#include "base/buf.h"
#include "base/width.h"

enum { LAYOUT_COLUMNS = 64 };

struct layout {
	size_t n, left[LAYOUT_COLUMNS];
	enum width how;
};

/* A cell of a line: its bytes without the blanks around them, and where it begins and ends on the page. Empty if FROM is TO. */
struct place_on_page {
	size_t from, to, left, right;
};

/* The cells of LINE in L, into CELL: how many of them are filled, 0 if it does not fit or is blank. EXACT: how many of
 * those begin where their column does. */
size_t layout_cut(const struct layout *l, struct slice line, struct place_on_page *cell, size_t *exact);
/* The words of LINE with GAP blanks or more between them, at most LAYOUT_COLUMNS; their number, 0 if there are more. */
size_t layout_words(struct slice line, enum width how, size_t gap, struct place_on_page *word);
/* The words of LINE between any blanks: the same, but their bytes alone, and not where they stand on the page. */
size_t layout_parts(struct slice line, struct place_on_page *word);

/* False if S cannot name a column: it is a stroke, a sentence, or ends as a clause or a label does. */
int layout_may_be_name(struct slice s);
/* A run of dashes, or of another stroke, alone. */
int layout_is_rule(struct slice line);
/* Lines that end at one place, behind a wide last cell in each: a paragraph with blanks in it, as text formatters fill it. The
 * narrowest last cell; where the lines end. */
int layout_is_filled(size_t narrowest, size_t shortest, size_t longest);

/* A row, as it grows. Its cells are owned. Starts as {0}. */
struct laid_row {
	struct buf cell[LAYOUT_COLUMNS], source;
	size_t n, lines;
};

void laid_begin(struct laid_row *r, size_t columns);
/* Adds LINE, whose N cells are CELL: to those of the lines before. */
void laid_add(struct laid_row *r, struct slice line, const struct place_on_page *cell);
struct slice laid_cell(const void *row, size_t i);

#endif
