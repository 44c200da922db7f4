/*
 * aligned.h - tables whose columns hold over all lines of a block, with one blank between them at least
 *
 *	       ステップ           担当     期限
 *	1. 条件の追記          開発者     実装前
 *	2. 追記のレビュー      レビュアー 追記後
 *
 * What text browsers print, and programs that pad each cell to the widest of its column. The block up to the next blank
 * line, or with blank lines between its rows where there is one below the first, is looked at as a whole: between two words of its first line, the header, all others have a blank at the same place
 * on the page, and what stands behind it is straight, at its left edge or at its right one. How wide characters are
 * is not told: the way to count under which the columns are straight is taken. A run of dashes below the header is a rule.
 *
 * A line without a first cell goes on with the row above, where that fills its columns; where it does not, the cells are not
 * to be told apart, and nothing of the block is a table.
 */
#ifndef TZ_SPLIT_ALIGNED_H
#define TZ_SPLIT_ALIGNED_H

#include "split/edges.h"
#include "split/gaps.h"
#include "split/layout.h"
#include "stream/lines.h"

enum aligned_line {
	ALIGNED_NONE,
	ALIGNED_ROW,
	ALIGNED_UNREAD /* the first line of a block that is laid out like a table, but whose rows are not to be told apart */
};

struct aligned {
	int on;
	struct view v; /* its columns */
	struct laid_row row;
	struct buf copy;             /* of the line at hand */
	struct buf header;           /* of the last table: where its words come again, one row behind it is enough */
	size_t columns;              /* of that table */
	struct buf above;            /* the line of text before, at which none began, if it has blanks */
	size_t loose, blanks;        /* so many blank lines may stand between two rows; do, behind the last line of text */
	int page;                    /* one has begun behind the last row */
	size_t tries;                /* lines of the block at which no table began */
	int torn;                    /* it has a rule below names, and rows that are not to be told apart */
	struct pageblock block;
};

/* What *LINE is, the one that IN handed out last; the cells of a row are in a->row. *MORE is how many lines of the stream
 * behind *LINE are part of it (notes among them count). Looking ahead may move the line: *LINE is then a copy. */
enum aligned_line aligned_line(struct aligned *a, struct lines *in, struct slice *line, size_t *more);
/* LINE is a rule inside of the table. */
int aligned_rule(const struct aligned *a, struct slice line);
void aligned_blank(struct aligned *a);  /* a blank line: the block ends, but where rows have such between them */
void aligned_page(struct aligned *a);   /* a page ends: a row that has its cells just there may follow, or the header again */
void aligned_end(struct aligned *a);    /* the block ends */
void aligned_forget(struct aligned *a); /* the document does */

#endif
