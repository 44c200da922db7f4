/*
 * note.h - what tanzaku-status adds to a record (status/notes.h)
 */
#ifndef TZ_STATUS_NOTE_H
#define TZ_STATUS_NOTE_H

#include "stream/rec.h"
#include "status/cols.h"

/* Adds the `grade` of legend record R. */
void statusnote_legend(const struct rec *r, const char *file);
/* Adds the `status` of R, a line of text, if it is a choice between states, one of which is ticked. */
void statusnote_text(const struct rec *r, const char *file);
/* Adds the `status` records of row R, whose columns are T. */
void statusnote_row(struct statuscols *t, const struct rec *r, const char *file);

/* The same of R, a `covered` record behind such a row. */
void statusnote_covered(struct statuscols *t, const struct rec *r, const char *file);

#endif
