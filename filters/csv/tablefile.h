/* tablefile.h - a file for each table: FOLDER/DOCUMENT.N.csv */
#ifndef TZ_CSV_TABLEFILE_H
#define TZ_CSV_TABLEFILE_H

#include "base/buf.h"
#include "csv/sheet.h"

/* Starts as {0}. */
struct tablefile {
	unsigned long number; /* of the table in its document */
	unsigned long rows;   /* that wait for it */
	struct buf name;
};

/* A document begins: its tables are counted from 1. */
void tablefile_document(struct tablefile *t);
/* Opens the file of the next table of DOC for SHEET. A file that is there is not written over: says so, and ends. */
void tablefile_open(struct tablefile *t, struct sheet *sheet, const char *folder, struct slice doc);
void tablefile_close(struct tablefile *t, struct sheet *sheet);

#endif
