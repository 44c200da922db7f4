/*
 * put.h - the records that split writes; LINE is the number of the source line
 */
#ifndef TZ_SPLIT_PUT_H
#define TZ_SPLIT_PUT_H

#include "base/markup.h"
#include "split/blocks.h"
#include "stream/why.h"

/* A record of KIND ("text", "code", "rule", "source") with one field. */
void put_record(const char *kind, unsigned long line, struct slice text);
/* A heading, as its parts; what closes it is a rule. UNDERLINED: a rule below it makes it one, which is said. */
void put_heading(unsigned long line, const struct block_heading *h, int underlined);

/* A row: the N cells that CELL(OF, I) gives, as they read; SOURCE, its lines, behind it if ALWAYS, or if a cell is written
 * otherwise than it reads, which `raw` says then. Returns whether it was written. */
typedef struct slice put_cell(const void *of, size_t i);
void put_row(unsigned long line, put_cell *cell, const void *of, size_t n, enum markup how, struct slice source, int always);

/* Why LINE is what it is: out_why without a rule. */
void put_why(unsigned long line, const char *decision, enum grade grade, const char *evidence);

#endif
