/*
 * lists.h - words at the beginning or the end of a line or a cell: the rules of lists.tsv
 *
 * They are compared as they are written. One look at the first or the last character spares most texts the look at each
 * word: that took a third of tanzaku-table's time.
 */
#ifndef TZ_WORDS_LISTS_H
#define TZ_WORDS_LISTS_H

#include "base/buf.h"

enum list { LIST_OFFICE, LIST_DAY, LIST_MEETING, LIST_JOINT, LIST_PARTICLE, LIST_SOURCE, LIST_BULLET, LIST_AND, LISTS };

/* Reads the table; once a process: later calls do nothing. */
void lists_load(void);

/* The bytes of the longest word of the list that S, UTF-8, begins or ends with; 0: none. */
size_t list_begins(enum list list, struct slice s);
size_t list_ends(enum list list, struct slice s);

#endif
