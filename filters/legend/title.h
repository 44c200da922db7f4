/*
 * title.h - whether the line before is a title, under which less is asked of a legend
 */
#ifndef TZ_LEGEND_TITLE_H
#define TZ_LEGEND_TITLE_H

#include "base/buf.h"

void title_see(struct slice text); /* a line that was written, blank or not */
void title_forget(void);           /* something was written that is neither a title nor blank */
/* True if a title was seen, and at most a few blank lines after it. */
int title_stands(void);
int title_may_stand(void); /* the same at a glance: there is something that may be one */

#endif
