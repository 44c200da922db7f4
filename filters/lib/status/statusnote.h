/*
 * statusnote.h - the records that tanzaku-status adds, held back until the record they are about has
 * all the annotations that it came with
 */
#ifndef TZ_STATUSNOTE_H
#define TZ_STATUSNOTE_H

#include "rec.h"
#include "statuscols.h"

/* From now on marks that a legend does not define may stand for those of which only the number has survived. */
void statusnote_take_stand_ins(void);
/* Adds the `grade` of legend record R. */
void statusnote_legend(const struct rec *r, const char *file);
/* Adds the `status` records of row R, whose columns are T. */
void statusnote_row(struct statuscols *t, const struct rec *r, const char *file);
/* Writes what was added, warnings last. */
void statusnote_flush(void);

#endif
