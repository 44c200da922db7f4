/* rowline.h - a row of JSON Lines: one object, under keys that all rows have */
#ifndef TZ_JSON_ROWLINE_H
#define TZ_JSON_ROWLINE_H

#include "json/document.h"

/* Begins the line of row R, up to its annotations. */
void rowline(struct tojson *j, const struct rec *r);
/* Ends it. */
void rowline_end(struct tojson *j);

#endif
