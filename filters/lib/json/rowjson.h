/* rowjson.h - the cells of a row as JSON; nearly all bytes of a large document pass through here */
#ifndef TZ_ROWJSON_H
#define TZ_ROWJSON_H

#include "buf.h"
#include "cols.h"
#include "rec.h"

/* Appends  "cells":{…}  of row R, under the names of C. A cell in spreadsheet quotes is what is in them. */
void row_cells(struct buf *to, struct cols *c, const struct rec *r);
/* "NAME":  of column I (from 0) of C, if the header in force names it; empty if not. JW_SHORT bytes from its begin on can
 * be read. Valid until another row or name is asked for. */
struct slice row_key(struct cols *c, size_t i);
/* Appends  ,"quoted":[…]  the names of the cells of the last row that stood in quotes, if any. */
void row_quoted(struct buf *to);

/* The text of R's first cell, and of the first that is not blank ({0}: all are). Valid until the next call. */
void row_says(const struct rec *r, struct slice *first, struct slice *said);

#endif
