/*
 * spelled.h - marks that the document spells out where it uses them: ✅ 完了 in a cell, ✅ 対応済み: 2件 in a tally
 *
 * Where no legend defines a mark, such words do, if all of them that a rule knows say the same.
 */
#ifndef TZ_STATUS_SPELLED_H
#define TZ_STATUS_SPELLED_H

#include "status/legend.h"
#include "stream/rec.h"

/* A new document. */
void spelled_reset(void);
/* Shows a record, every one of a document once, in order. */
void spelled_see(const struct rec *r, const char *file);
/* What KEY, a mark_key, means; 0 if nothing that was shown so far says it, or not with one voice. */
int spelled_find(struct slice key, struct grade *g);
/* How many times what spelled_find can find has changed. */
unsigned long spelled_version(void);

#endif
