/*
 * held.h - the heading that waits for the line behind it, and for what may stand between
 */
#ifndef TZ_OUTLINE_HELD_H
#define TZ_OUTLINE_HELD_H

#include "outline/outline.h"

/* R, whose line TEXT looks like heading H, waits. */
void held_begin(struct outline *o, const struct rec *r, struct slice text, const struct heading *h, struct place at);
/* A record behind the heading, TEXT if it is one of text. */
void held_add(struct outline *o, const struct rec *r, const struct slice *text);
/* What waits, if anything does, goes out: a heading, or IS_TEXT: text, an item of a list. */
void held_release(struct outline *o, int is_text);
/* H stands below the same line: that was a trail to this place, or a link to it. */
int held_again(struct outline *o, const struct heading *h);
/* H is numbered as a part of the heading that waits: 9.1 below 9. */
int held_is_part(struct outline *o, const struct heading *h);

#endif
