/*
 * listed.h - the records of rows that are no lines of cells side by side: one field a line, or pairs of label and value, one cell a line, strokes between, ends alike
 *
 * Each returns whether *LINE, the one that IN handed out last, is a row of that kind; its records are then written, and the lines
 * behind it that are part of it taken. Looking ahead may move the line: *LINE is then a copy.
 */
#ifndef TZ_SPLIT_LISTED_H
#define TZ_SPLIT_LISTED_H

#include "split/cycles.h"
#include "split/doc.h"
#include "split/records.h"
#include "split/sheet.h"
#include "split/slashed.h"
#include "split/tails.h"

int listed_records(struct records *r, struct docpos *d, struct lines *in, struct slice *line);
int listed_sheet(struct labelsheet *s, struct docpos *d, struct lines *in, struct slice *line);
int listed_cycles(struct cycles *c, struct docpos *d, struct lines *in, struct slice *line);
int listed_tails(struct tails *t, struct docpos *d, struct lines *in, struct slice *line);
int listed_slashed(struct slashed *s, struct docpos *d, struct lines *in, struct slice *line);

#endif
