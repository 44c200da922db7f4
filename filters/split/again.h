/* again.h - do the labels of a record come again, in other blocks of the document? */
#ifndef TZ_SPLIT_AGAIN_H
#define TZ_SPLIT_AGAIN_H

#include "split/fieldline.h"
#include "split/records.h"

int again_has_label(const struct records *r, struct slice label);
/* LABELS of a block, FOUND of which the record has as well: they are of one kind, not two lists that name some things both. */
int again_alike(const struct records *r, size_t labels, size_t found, size_t wants);
/* Do blocks with WANTS of the labels at least come again behind stream line I, and more of them than of such as have some by chance?
 * Those tell that the labels are but words that people begin lines with: "tests:", "docs:" in a list of changes. OF: the
 * first field of the record, the slices of which are not asked. Looking ahead moves lines. */
int again_comes(const struct records *r, struct lines *in, size_t i, const struct fieldline *of, size_t wants);

#endif
