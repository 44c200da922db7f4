/*
 * sheet.h - sheets of labels and values with tabs between, each of which is one row
 *
 *	事業番号	1-1	事業名	駅前広場
 *	所管課	都市整備課	評価	A
 *	今後の予定	令和6年度に着工する。
 *
 * Lines of a label and a value, or of several pairs of them, as the sheets of one measure each have them. Two things tell them
 * from a table without a header. The same labels stand in another block of the document, and other values beside the first of them:
 * a header would come again as it is. Or most of them, four at least, are called as columns are, one of them as what names a
 * thing; and the values are not. A block with a line that has no pairs, or with many labels alike, is none, as a whole.
 */
#ifndef TZ_SPLIT_SHEET_H
#define TZ_SPLIT_SHEET_H

#include "split/records.h"

struct labelsheet {
	struct records row; /* its fields and lines */
	uint32_t labels;    /* of the sheets of the document so far, in their order: a hash, or 0 */
	size_t tries;       /* blocks that were looked at in vain since the last one */
};

/* Whether *LINE, the one that IN handed out last, a line with tabs and the first of its block, begins a sheet; its row is then in
 * s->row. *MORE is how many lines of the stream behind *LINE are part of it. Looking ahead may move the line: *LINE is then a copy. */
int sheet_line(struct labelsheet *s, struct lines *in, struct slice *line, size_t *more);
void sheet_forget(struct labelsheet *s); /* another document begins */

#endif
