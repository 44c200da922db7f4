/*
 * hold.h - writes headings and text, each heading when the line behind it is known
 *
 * A heading waits for the next line. That may be the rest of it: then it was a
 * sentence, cut by the width of its page. It may be numbered on: then neither heads
 * anything, and both are items of a list; what belongs to an item may stand between.
 */
#ifndef TZ_OUTLINE_HOLD_H
#define TZ_OUTLINE_HOLD_H

#include "outline/outline.h"

/* Record R is a line that looks like heading H; AT is where it stands. */
void outline_heading(struct outline *o, const struct rec *r, struct slice text, const struct heading *h, struct place at);
/* Record R is a line that is numbered so, and cannot be one: it may be an item of a list all the same. */
void outline_item(struct outline *o, const struct rec *r, struct slice text, const struct heading *h, struct place at);
/* True if the next line may be such an item. */
int outline_lists(struct outline *o);
/* Record R is a line that is not numbered. */
void outline_text(struct outline *o, const struct rec *r, struct slice text, struct place at);
/* Record R is none of ours: it goes out behind the line before it. */
void outline_note(struct outline *o, const struct rec *r);
/* Record R is a line of code: it belongs to the item above it, if there is one. */
void outline_code(struct outline *o, const struct rec *r);
/* A row begins: the heading that waits heads it. */
void outline_row(struct outline *o);
/* Something else begins: a rule, a document, the end. What waits goes out. */
void outline_other(struct outline *o);
/* A heading by syntax begins: the document is Markdown from here on, and 1. and a blank begin items, not headings. */
void outline_markdown(struct outline *o);

#endif
