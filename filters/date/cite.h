/* cite.h - the date of a law or of a decision that is cited: it says nothing about the dates behind it */
#ifndef TZ_DATE_CITE_H
#define TZ_DATE_CITE_H

#include "date/win.h"

/* The date from character FROM to TO is one of these: a law and its number follow, or it stands in brackets that end
 * with a word for a decision. */
int is_cited(struct datewin *w, size_t from, size_t to);

#endif
