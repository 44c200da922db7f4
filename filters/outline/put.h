/*
 * put.h - headings and text as they go out, and why
 */
#ifndef TZ_OUTLINE_PUT_H
#define TZ_OUTLINE_PUT_H

#include "outline/outline.h"
#include "stream/why.h"

/* Why the line of H is a heading, or text. */
void outline_put_why(struct outline *o, unsigned long line, const char *decision, enum grade grade, const char *evidence, const struct heading *h);
/* H is open from now on. PLAIN: nothing in its line is to be escaped. */
void outline_put_heading(struct outline *o, unsigned long line, const struct heading *h, int plain);
/* TEXT, the line of R, is none. */
void outline_put_text(struct outline *o, const struct rec *r, struct slice text);
/* TAB TEXT, as a field if it is not PLAIN. */
void outline_put_field(struct buf *to, struct slice text, int plain);

#endif
