/*
 * found.h - the dates of the record that is being annotated
 *
 * They stand behind the annotations that the record has already, so that
 * they wait until the next record, of text or of a document, begins.
 */
#ifndef TZ_DATE_FOUND_H
#define TZ_DATE_FOUND_H

#include "date/read.h"
#include "stream/rec.h"

/* D is in cell COLUMN (0: there are none) of the record at line LINE of FILE, which stays. */
void found_date(const struct date *d, const char *file, unsigned long line, size_t column);
/* The record is not UTF-8, which is to be said unless one of its annotations has said so. */
void found_bad_utf8(const char *file, unsigned long line);
void found_said_so(void);

void found_flush(void); /* writes what waits */
/* True for what an earlier run has written. */
int found_is_own(const struct rec *r);

#endif
