/*
 * notes.h - the records that tanzaku-status adds, held back until the record they are about has
 * all the annotations that it came with
 */
#ifndef TZ_STATUS_NOTES_H
#define TZ_STATUS_NOTES_H

#include <stdint.h>

#include "base/buf.h"
#include "stream/msg.h"
#include "stream/warn.h"

/* A `status` record of cell COLUMN, from 1; 0 where there are no cells. RAW and SUFFIX are escaped; SUFFIX is
 * MARK TAB CODE TAB RANK TAB MEANING. SAME: see added.h. */
void notes_status(unsigned long line, size_t column, struct slice raw, struct slice suffix, uint64_t same);
/* A `value` record: the cell, a field, is NUMBER of KIND. */
void notes_value(unsigned long line, size_t column, struct slice raw, const char *kind, struct slice number);
/* A `grade` record; RANK 0 is none. */
void notes_grade(unsigned long line, struct slice code, unsigned long rank);
/* A warning about TEXT, a field, in the column headed COLUMN, folded: see stream/again.h. */
void notes_warn(enum msg id, struct place at, struct slice text, struct slice column);
/* TEXT was taken for MARK. */
void notes_stand_in(struct place at, struct slice text, struct slice column, struct slice mark);
/* The document has ended: says what was warned of. */
void notes_say_all(const char *file);

/* Appends a tab and RANK, or nothing behind the tab if it is 0. */
void notes_rank(struct buf *to, unsigned long rank);

size_t notes_warned(void); /* bytes of the warnings */
void notes_flush(void);  /* writes them, warnings last */

#endif
