/*
 * sheet.h - cells as CSV, in the form that its reader wants
 *
 * RFC 4180 (2005): commas, and quotation marks around a cell that holds a comma, a quotation mark or the end of a line.
 */
#ifndef TZ_CSV_SHEET_H
#define TZ_CSV_SHEET_H

#include "base/buf.h"
#include "encoding/encode.h"
#include "stream/msg.h"

struct sheet {
	/* set by the caller */
	int excel;            /* a BOM, CRLF, and no cell that is run */
	struct encoder *enc;  /* NULL: UTF-8 */
	const char *encoding; /* its name, for messages */
	int fd;               /* where it goes; -1: standard output */
	const char *file;     /* the name of that, for messages */

	/* its own */
	struct buf line, encoded;
	unsigned long cells;    /* in the line */
	unsigned long bytes;    /* written, since whoever asks set it to 0 */
	unsigned long formulas; /* cells of the line that a spreadsheet would run */
};

/* What stands in front of a file's first line. */
void sheet_begin(struct sheet *s);
void sheet_cell(struct sheet *s, struct slice text);
/* A cell that this program names: no spreadsheet runs it. */
void sheet_name(struct sheet *s, struct slice text);
/* Ends the line, which has what stands at AT in the document. Says what had to be changed in it. */
void sheet_end_line(struct sheet *s, struct place at);

#endif
