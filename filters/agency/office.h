/*
 * office.h - the offices in a text that no dictionary knows
 *
 * What looks like an office is one, and what stands beside it may be another:
 * 課 and 課 are two, a 部 and a 課 are one, named by its place in the tree. So
 * 企画課・財政課 and 市民部 税務部 are cut, and 都市整備部 土木課 and
 * 空港・総務課 stay whole. The end of a line cuts in between whenever the
 * second cannot stand below the first.
 */
#ifndef TZ_AGENCY_OFFICE_H
#define TZ_AGENCY_OFFICE_H

#include "agency/scan.h"

/* Adds the offices that [FROM, TO) is made of; 0, and nothing is added, if it is not. SUB: it stands
 * behind its agency's name. */
int agency_offices(struct scan *s, size_t from, size_t to, int sub);
/* Adds [FROM, TO) as it is written, without the ends of lines in it, and a group without its blanks. */
void agency_add_written(struct scan *s, size_t from, size_t to, enum org_kind kind);

#endif
