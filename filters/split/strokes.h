/*
 * strokes.h - what a line of a drawn table is: cells between uprights, or a rule
 *
 * Uprights are the pipe, its full-width form, and those of the block Box Drawing (U+2500 to U+257F). A rule is strokes
 * alone, in any order: level ones (- = :), and uprights or joints (| +), or those of the block. What GFM calls a delimiter
 * row, |---|:-:|, is one too; below a row of as many cells it makes that a header, and then only the pipe is an upright,
 * and those at the ends of a row may be missing.
 */
#ifndef TZ_SPLIT_STROKES_H
#define TZ_SPLIT_STROKES_H

#include "base/buf.h"

enum shape { SHAPE_NONE, SHAPE_CELLS, SHAPE_RULE };

/* How a table is drawn, as bits. */
enum {
	DRAWN_LOOSE = 1,    /* the uprights at the ends of a row may be missing */
	DRAWN_PIPES = 2,    /* pipes alone are uprights, and one cell is a row */
	DRAWN_NO_LEFT = 4,  /* of a loose one: the first row has none at its left, */
	DRAWN_NO_RIGHT = 8  /* or at its right end */
};

/* The shape of LINE in a table drawn so, and in *CELLS how many cells it has. */
enum shape strokes_shape(struct slice line, int how, size_t *cells);
/* The cells of a row between the blanks around them, and with them. */
struct stroke_cell {
	struct slice text, whole;
};
/*
 * Up to MOST cells of LINE, whose shape is SHAPE_CELLS, into C; their number is returned, which may be larger. WIDTH: the
 * cells of the table, or 0. In a loose table an upright at the end of a row that lacks just that cell stands beside an
 * empty one, where the first row has none there.
 */
size_t strokes_cells(struct slice line, int how, size_t width, struct stroke_cell *c, size_t most);
/* How many columns LINE rules off as a delimiter row of GFM; 0 if it is none. */
size_t strokes_delimiters(struct slice line);
/* A rule of which something else than pipes and dashes is part: of a box, or a grid. */
int strokes_is_box(struct slice rule);
/* LINE is one of a tree, ├── index.md behind uprights alone, or |-- index.md: it has no upright behind its text, as rows have. */
int strokes_is_branch(struct slice line);
/* Which ends of LINE, a row, have no upright, as DRAWN_NO_LEFT and DRAWN_NO_RIGHT. */
int strokes_open_ends(struct slice line, int how);
/* An upright of a box stands in LINE, wherever: │ ┃ ║ */
int strokes_has_upright(struct slice line);
/* False if LINE is no part of any table, unless it is one with such uprights inside alone: cheap, for it is asked of every line of text. */
int strokes_may_be(struct slice line);

#endif
