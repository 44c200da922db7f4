/*
 * split.h - the names in a cell, or in a label, that lists who is responsible
 */
#ifndef TZ_AGENCY_SPLIT_H
#define TZ_AGENCY_SPLIT_H

#include "agency/dict.h"
#include "base/buf.h"
#include "stream/msg.h"

/* Where the names stand. */
enum agency_where {
	AGENCY_CELL,  /* in a responsible column: offices as well */
	AGENCY_ANYBODY, /* in one that may name persons as well: they, and all that a cell may hold */
	AGENCY_PERSONS, /* the same, and its header speaks of persons */
	AGENCY_LINE,  /* behind 担当：, likewise */
	AGENCY_LABEL, /* in 【】 or the like: names only */
	AGENCY_ROUND  /* in (): names only, and no abbreviation that is a word too */
};

enum agency_result {
	AGENCY_NOTHING, /* no name, or TEXT was not understood */
	AGENCY_NAMES,
	AGENCY_IN_FULL  /* a ministry among them, by its full name: others may be expected */
};

/*
 * Appends to FOUND what TEXT, well-formed UTF-8, names, each as "NAME TAB KIND
 * TAB ID LF" (a record's fields), in order, each once in FOUND. Nothing is added
 * for what is not understood: a cell is understood item by item, anything else
 * as a whole or not at all. MINISTRIES: names of ministries are to be
 * expected, so that 総務 is 総務省.
 */
enum agency_result agency_split(struct buf *found, const struct agencies *a, struct slice text, enum agency_where where,
    int ministries, struct place at);

#endif
