/*
 * join.h - the lines that a wrapped cell was torn into
 *
 * A joined row is one record that spans its lines: \n stands in the cell where
 * a line ended, so that the text comes back as it was.
 */
#ifndef TZ_TABLE_JOIN_H
#define TZ_TABLE_JOIN_H

#include "table/above.h"
#include "table/win.h"

/* What is known of the table so far. */
struct joinview {
	size_t cols;        /* of the header in force */
	int fresh;          /* no row has come since: none can have lost cells to a merged cell above */
	const struct above *row; /* the whole row before this one */
	const char *file;   /* for messages */
};

/* What can be joined to row R of CELLS cells, by R itself; LAST is the last of them. */
enum joins { JOINS_NOTHING, JOINS_TEXT, JOINS_ROWS };
enum joins join_alone(const struct rec *r, size_t cells, struct slice last, const struct joinview *v);
/* A line of text is held directly behind the first record. */
int join_text_follows(const struct window *w);
/* Joins to the first record, a row, what stands behind it, where the evidence is strong; true if it did. */
int join_behind(struct window *w, const struct joinview *v);
/* The same for a row behind a line of text, where its parts prove themselves: parts.h. */
int join_parts(struct window *w, const struct joinview *v);
/* Makes the first COUNT records, rows and texts with nothing between them, one row. */
void join_lines(struct window *w, size_t count);

#endif
