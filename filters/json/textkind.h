/* textkind.h - records that carry text, as nodes: where each stands, and in which container */
#ifndef TZ_JSON_TEXTKIND_H
#define TZ_JSON_TEXTKIND_H

#include "json/document.h"

/* R is of a text kind. */
void textkind(struct tojson *j, const struct rec *r);
/* The names of a header of several rows; or the rows from here on have other columns: another table, whose header
 * stands elsewhere or nowhere. */
void textkind_names(struct tojson *j, const struct rec *r);
/* Where FIELDS end that begin at P, as exactly as the output needs it. */
struct pos textkind_after(const struct tojson *j, struct pos p, struct slice fields);

#endif
