/* kinds.h - rows and lines that are known by their words */
#ifndef TZ_WORDS_KINDS_H
#define TZ_WORDS_KINDS_H

#include "stream/rec.h"
#include "base/scan.h"

/* The characters WORD, of two bytes or more, are in FIELD: to be asked before a pattern is. Looked for by the last two
 * bytes: every tenth character of Japanese text has the same first one. */
static inline int
text_has(struct slice field, struct slice word)
{
	size_t n = word.n, at = n - 2;

	if (field.n < n)
		return 0;
	while ((at += scan_pair(field.p + at, field.n - at, word.p + n - 2)) < field.n) {
		if (memcmp(field.p + at - (n - 2), word.p, n) == 0)
			return 1;
		at++;
	}
	return 0;
}

/* 計, 合計 …: the first cell that is not empty says that the row sums up others. */
int is_total(const struct rec *r);
/* 再掲: the row stands elsewhere as well. */
int is_repeat(const struct rec *r);
/* A line between the rows of a table that does not end it: a page number, a note, a short title of a group
 * of rows; no caption of another table. */
int is_interlude(const struct rec *r);
/* R is the caption of a table, or of a figure. */
int is_caption(const struct rec *r);
/* A row with at most one cell that is not empty: a title that a spreadsheet spread over the table's columns. */
int is_title(const struct rec *r);

#endif
