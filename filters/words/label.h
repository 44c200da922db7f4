/*
 * label.h - the parts of ids: what a heading's mark or a row's item label says, stable from year to year
 */
#ifndef TZ_WORDS_LABEL_H
#define TZ_WORDS_LABEL_H

#include "base/buf.h"
#include "stream/msg.h"

/* Appends TEXT as a part of an id: without white space and control characters, full-width ASCII folded,
 * '/' and '~' (which mean something in an id) as their full-width forms, at most 60 characters.
 * Returns 0 if nothing is left of it. */
int label_text(struct buf *to, struct slice text);

/* The item label that TEXT is made of, its parts joined by '/', without brackets and dots: "ア) a)" gives "ア/a". Empty
 * if TEXT is not all label. Valid until the next call. */
struct slice label_item(struct slice text, struct place at);

#endif
