/*
 * before.h - what stands before a line decides whether it can be a heading
 */
#ifndef TZ_OUTLINE_BEFORE_H
#define TZ_OUTLINE_BEFORE_H

#include "outline/headings.h"

void before_reset(void); /* a document begins */
/* The line that was written last: a heading, a row or other record without text for us, any other line. */
void before_head(void);
void before_other(void);
void before_text(struct slice text);

/* True if H can stand where it stands: the line before does not break off in mid-sentence, and where the
 * mark proves little, there is a blank line, a heading, or the number before it. */
int before_allows(const struct heading *h);
/* True if nothing but its number is against H. */
int before_doubts(const struct heading *h);
/* True if it is the first: the last text has no end. */
int before_broke_off(const struct heading *h);
/* True if H is the first item of a list that the text above it does not announce. */
int before_lists(const struct heading *h);
/* True if the last text announces a list: 次の3点とする。 */
int before_leads(struct place at);

/* Inside a list of contents, which ends with the first line that stands again, or that has no number of
 * a page where the others do, or with the first sentence or row. H is NULL where the line is no heading.
 * Returns true if the line belongs to it. */
int before_in_contents(const struct heading *h, struct slice line, struct place at);

#endif
