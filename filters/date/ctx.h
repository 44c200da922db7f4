/*
 * ctx.h - the dates that others lean on: of the cell, its column's header, the record, the sections
 *
 * A section is what a `head` record begins, down to the next one that is not
 * deeper. What is nearest: in the cell; in the header of its column; in the
 * record's cells before; in the section itself, and the sections around it, up
 * to the text before the first heading; then in closed sections inside those
 * around, but not across the document's top level; last, the base date.
 */
#ifndef TZ_DATE_CTX_H
#define TZ_DATE_CTX_H

#include "date/read.h"

void ctx_begin_doc(const long *base); /* BASE: the base date, or NULL */
void ctx_begin_section(unsigned long depth);
void ctx_begin_record(void);
/* HEADER: what the header of the cell's column says, or NULL. */
void ctx_begin_cell(const struct datectx *header);

void ctx_look(struct datelook *look); /* what a date here leans on */
void ctx_add(const struct date *d);   /* the date found here */

#endif
