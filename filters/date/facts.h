/*
 * facts.h - what the text around a date says about it, where its year is left out
 */
#ifndef TZ_DATE_FACTS_H
#define TZ_DATE_FACTS_H

#include "date/read.h"

/* How what begins at byte TO of S is tied to the date that ended at FROM. */
enum tie tie_between(struct slice s, size_t from, size_t to);
/* True if S says nothing from BEFORE to FROM and behind TO, up to another date, but words that go with dates. */
int is_plain(struct slice s, size_t before, size_t from, size_t to);
/* Looks for words in the sentence of S in which bytes FROM to TO are. */
void sentence_facts(struct slice s, size_t from, size_t to, struct datelook *look);

#endif
