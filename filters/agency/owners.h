/*
 * owners.h - the columns that name who is responsible, by the header in force
 */
#ifndef TZ_AGENCY_OWNERS_H
#define TZ_AGENCY_OWNERS_H

#include "agency/dict.h"
#include "stream/cols.h"

/* Starts as {0}. */
struct owners {
	struct cols cols;
	unsigned long edition;
	struct buf roles; /* and edition: of the header that was read */
	struct owner_column {
		size_t i; /* from 0 */
		enum agency_header header;
	} *v;
	size_t n, cap;
};

/* Finds the columns, if the header is not the one that was read last. */
void owners_read(struct owners *o, const struct agencies *a, struct place at);

#endif
