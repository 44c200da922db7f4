/*
 * rowcell.h - the cells of a row, in the text that was taken last (see legend/cut.h)
 */
#ifndef TZ_LEGEND_ROWCELL_H
#define TZ_LEGEND_ROWCELL_H

#include "base/buf.h"

enum { LEGEND_CELLS = 24 }; /* a legend has no more */

/* A cell, without the blanks around it, in cut_text. */
struct legend_cell {
	size_t from, to;
};

/* Cuts the row into its cells that are not blank; LEGEND_CELLS + 1 if there are too many. C has room for as many. */
size_t legend_cells(struct legend_cell *c);
struct slice legend_cell_text(struct legend_cell c);
/* The cell is a title, and no more than a few signs behind it. */
int legend_cell_is_title(struct legend_cell c);

#endif
