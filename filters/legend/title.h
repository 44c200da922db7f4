/*
 * title.h - whether the line before is a title, under which less is asked of a legend
 */
#ifndef TZ_LEGEND_TITLE_H
#define TZ_LEGEND_TITLE_H

#include "base/buf.h"
#include "legend/grid.h"

void title_see(struct slice text);      /* a line that was written, blank or not */
void title_see_head(struct slice text); /* a heading: a title only if it announces a legend and nothing else */
void title_forget(void);           /* something was written that is neither a title nor blank */
/* True if a title was seen, and at most a few blank lines after it. */
int title_stands(void);
/* A title stands that announces nothing but a legend. */
int title_is_sure(void);
/* The row that was seen last as the header of a legend's table. */
struct legend_grid title_grid(void);
/* What title_is_sure and title_stands say is known: to ask them takes no other line (cut.h). */
int title_is_known(void);
int title_may_stand(void); /* the same at a glance: there is something that may be one */

#endif
