/* jispairs.h - the hot loop of EUC-JP and ISO-2022-JP */
#ifndef TZ_ENCODING_JISPAIRS_H
#define TZ_ENCODING_JISPAIRS_H

#include <string.h>

#include "encoding/jistab.h"

/* Pairs of JIS X 0208 that the table answers, their bytes counted from FIRST. Returns where the first other byte is. */
static inline const unsigned char *
jis_pairs(const unsigned char *p, const unsigned char *end, unsigned first, char **out)
{
	char *o = *out;

	while (end - p > 1) {
		unsigned row = p[0] - first, cell = p[1] - first;
		const unsigned char *e;

		if (row >= 94 || cell >= 94)
			break;
		e = jisx0208_utf8[row * 94 + cell];
		if (!e[3])
			break;
		memcpy(o, e, 4);
		o += e[3];
		p += 2;
	}
	*out = o;
	return p;
}

#endif
