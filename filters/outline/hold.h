/*
 * hold.h - writes headings and text, each heading when the line behind it is known
 *
 * A heading waits for the next line. That may be the rest of it: then it was a
 * sentence, cut by the width of its page. Behind words that announce a list, the
 * next line may be numbered on: then both are items of the list.
 */
#ifndef TZ_OUTLINE_HOLD_H
#define TZ_OUTLINE_HOLD_H

#include "outline/headings.h"
#include "stream/rec.h"

/* Record R is a line that looks like heading H; AT is where it stands. */
void outline_heading(const struct rec *r, struct slice text, const struct heading *h, struct place at);
/* Record R is a line that does not. */
void outline_text(const struct rec *r, struct slice text, struct place at);
/* Record R is none of ours: it goes out behind the line before it. */
void outline_note(const struct rec *r);
/* Something else begins: a row, a document, the end. What waits goes out. */
void outline_other(void);

#endif
