/*
 * line.h - the entries of a legend that stand on one line
 *
 * Shape alone is read here: mark, separator, meaning. Whether lines of this
 * shape are a legend, legend/group.h judges from all of them.
 */
#ifndef TZ_LEGEND_LINE_H
#define TZ_LEGEND_LINE_H

#include "base/buf.h"
#include "legend/rules.h"
#include "words/marks.h"

enum { MAX_ENTRIES = 64 }; /* on a line; scales have four or five grades */

struct entry {
	enum mark_class class;             /* MARK_NONE: the mark is a word */
	struct slice before, mark, sep, meaning, after; /* parts of the line as written; together they are all of it */
	struct slice folded;               /* the meaning */
	struct slice word;                 /* the mark, folded */
	int known;                         /* it is a mark, or a word for a state, by the tables */
};

struct legend_line {
	struct entry e[MAX_ENTRIES];
	size_t n;            /* 0: no entry */
	enum sep_kind kind;  /* the same for all of them */
	int titled;          /* the line itself begins with a title */
	int first;           /* its first entry stands at its beginning, so that it can be one of several lines */
	int bracketed;       /* there are several, and a bracket is open before the first one */
	int stays;           /* the line is a row of data, or a heading with them in brackets behind it */
	int cells;           /* they stand in the cells of a row */
	int grid;            /* of a table whose header says that it is a legend: 2 if it speaks of signs, 1 if of states */
	struct slice lead;   /* what stands before the first mark, folded */
};

/* The line that was taken last (cut.h) begins with a title, and more stands behind it. */
int legend_has_title(void);
/* True if LINE is a title of a legend and nothing else. */
int legend_is_title(struct slice line);
/* The same for a line that announces nothing but a legend, so that even a heading is a title by it. */
int legend_is_sure_title(struct slice line);
struct cut;
/* Makes entries of C[0..N), cut from the line that was taken last, unless they are but the tally of a legend. */
void legend_take(struct legend_line *l, const struct cut *c, size_t n);
/* Reads LINE, well-formed UTF-8. The slices are valid until the next call. */
void legend_read(struct legend_line *l, struct slice line);

#endif
