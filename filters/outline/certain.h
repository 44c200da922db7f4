/*
 * certain.h - headings that the document's syntax makes such: with number signs, or underlined
 *
 * tanzaku-split has found them; their depth is their level. A number at the start of the title becomes the mark. Such a
 * heading closes all that were open; numbered lines of text below it nest deeper.
 */
#ifndef TZ_OUTLINE_CERTAIN_H
#define TZ_OUTLINE_CERTAIN_H

#include "outline/outline.h"

enum certain { CERTAIN_NOT, CERTAIN, CERTAIN_IF_UNDERLINED };

/* Whether R, a `head`, is one: of those without number signs, the record behind it tells, if that is_underline(). */
enum certain certain_is(struct outline *o, const struct rec *r);
int certain_is_underline(const struct rec *r);
/* Writes R, which is one. */
void certain_head(struct outline *o, const struct rec *r, struct place at);

#endif
