/*
 * label.h - labels in text that say who is responsible: 【総務省】…, …（内閣官房）, 担当：総務省
 *
 * A label stands where a line begins or ends. In the middle of one, the same
 * brackets only explain a word.
 */
#ifndef TZ_AGENCY_LABEL_H
#define TZ_AGENCY_LABEL_H

#include "agency/plain.h"
#include "agency/split.h"
#include "base/buf.h"
#include "stream/msg.h"

/* True if FIELD, as it stands in a record, has a place where a label may be: what most have not. HAS: what it may hold,
 * of row.h. */
APART int agency_label_in_lines(struct slice field);
static inline int
agency_label_possible(struct slice field, unsigned has)
{
	return !agency_plain(field, has) && !agency_plain_line(field, has) && agency_label_in_lines(field);
}

/* Appends the names in the labels of FIELD, which must be well-formed UTF-8, and returns, as agency_split() does. */
enum agency_result agency_labels(struct buf *found, const struct agencies *a, struct slice field, int ministries,
    struct place at);

#endif
