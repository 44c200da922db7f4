/*
 * labelled.h - labels inside of a line, and what stands behind each
 *
 *	図面を送る（担当：営業課、期限：7/12）
 *	A案を作る - 担当: 佐藤 - 期限: 7/5
 *
 * A label is up to twelve characters right before a colon, behind a bracket, a separator, a blank or the start of the line. What it
 * says ends where the next label begins, where the bracket that the label stands in closes, at a full stop, a stroke, or a dash
 * between blanks. Whether a label means anything is not told here. Colons of times, addresses and proportions are none.
 */
#ifndef TZ_WORDS_LABELLED_H
#define TZ_WORDS_LABELLED_H

#include "base/buf.h"

struct labelled {
	struct slice label, value; /* parts of the line; the value without blanks and separators around it */
};

/* The first label of LINE at byte *I or behind it, and its value; *I is then behind the colon. 0 if there is none. */
int labelled_next(struct slice line, size_t *i, struct labelled *v);

#endif
