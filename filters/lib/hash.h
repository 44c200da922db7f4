/* hash.h - a hash of bytes for tables that only this program sees */
#ifndef TZ_HASH_H
#define TZ_HASH_H

#include <stdint.h>

#include "buf.h"

/* Eight bytes at a time, with a multiplier of MurmurHash3's. All bits count. */
static inline uint32_t
hash_of(struct slice s)
{
	uint64_t h = s.n, w;
	size_t i;

	for (i = 0; s.n - i >= sizeof(w); i += sizeof(w)) {
		memcpy(&w, s.p + i, sizeof(w));
		h = (h ^ w) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	for (w = 0; i < s.n; i++)
		w = w << 8 | (unsigned char)s.p[i];
	h = (h ^ w) * 0xff51afd7ed558ccdu;
	return (uint32_t)(h >> 32);
}

#endif
