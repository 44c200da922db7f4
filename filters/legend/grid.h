/*
 * grid.h - tables whose header says that they are a legend: 記号 | 意味, ステータス | 記号 | 説明
 *
 * Their rows stay rows; what they define is said behind each.
 */
#ifndef TZ_LEGEND_GRID_H
#define TZ_LEGEND_GRID_H

#include <stddef.h>

#include "base/buf.h"

struct legend_line;

struct legend_grid {
	size_t mark, meaning; /* columns, counted from 0 */
	int signs;            /* the column of the marks is named for them, 記号, and not for what they stand for, 状態 */
	int is;               /* there is such a header */
};

/* A header with these cells, escaped. */
struct legend_grid grid_of(const struct slice *cell, size_t n);
int grid_is_header(const struct slice *cell, size_t n);
/* The same of its text, TAB between the cells. */
struct legend_grid grid_of_text(struct slice header);
/* True for the row with CELLS, well-formed UTF-8, if the header is needed: a mark that begins its row is found without. */
int grid_tells(struct slice cells, struct legend_grid g);
/* Reads the row with CELLS, text with TAB between them, below the header G. */
void grid_read(struct legend_line *l, struct slice cells, struct legend_grid g);

#endif
