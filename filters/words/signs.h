/*
 * signs.h - what parts the words of a cell: the rules of signs.tsv
 */
#ifndef TZ_WORDS_SIGNS_H
#define TZ_WORDS_SIGNS_H

#include "base/buf.h"

enum sign { SIGN_NONE, SIGN_LIST, SIGN_REMARK };

/* Reads the table; once a process: later calls do nothing. */
void signs_load(void);

/* The sign at byte I of S, which is folded and UTF-8, and its length into *LEN. */
enum sign sign_at(struct slice s, size_t i, size_t *len);
/* Whether CELL, folded and UTF-8, begins with what stands for the cell above or beside it. */
int sign_is_ditto(struct slice cell);

#endif
