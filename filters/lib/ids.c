/* ids.c - unique ids; see ids.h */
#include "ids.h"

#include <stdlib.h>
#include <string.h>

#include "msg.h"

enum {
	BLOCKS = 1 << 15, /* 2 MiB of bits, of which a small document touches a few pages */
	AGAIN = 1 << 12,
	TOUCHED = 1 << 12,
	PROBES = 6, /* bits an id sets in its block */
	TRIES = 16  /* suffixes tried before the count of ids decides */
};

struct id_block {
	uint64_t word[8];
};

struct id_again {
	uint64_t hash;
	unsigned long document, next;
};

static void *
zeroed(size_t n, size_t size)
{
	void *p = calloc(n, size); /* unlike erealloc: pages that are never touched cost nothing */

	if (!p)
		die("no memory for %lu bytes:", (unsigned long)(n * size));
	return p;
}

void
ids_reset(struct ids *ids)
{
	size_t i;

	if (!ids->block) {
		ids->block = zeroed(BLOCKS, sizeof(*ids->block));
		ids->again = zeroed(AGAIN, sizeof(*ids->again));
		ids->touched = zeroed(TOUCHED, sizeof(*ids->touched));
	}
	if (ids->ntouched < TOUCHED)
		for (i = 0; i < ids->ntouched; i++)
			memset(&ids->block[ids->touched[i]], 0, sizeof(*ids->block));
	else
		memset(ids->block, 0, BLOCKS * sizeof(*ids->block));
	ids->ntouched = 0;
	ids->given = 0;
	ids->document++;
}

/* FNV-1a (draft-eastlake-fnv): it can go on where it stopped, so a section's part is hashed once for all its rows. */
uint64_t
ids_hash(uint64_t h, struct slice s)
{
	size_t i;

	if (h == 0)
		h = 0xcbf29ce484222325u;
	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	return h;
}

/* FNV leaves the high bits of short strings much alike; this spreads them (the finish of MurmurHash3). */
static uint64_t
mix(uint64_t h)
{
	h = (h ^ h >> 33) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53u;
	return h ^ h >> 33;
}

/* Sets the bits of H in the filter; true if all of them were set before. */
static int
seen(struct ids *ids, uint64_t h)
{
	uint64_t m = mix(h), bits = mix(m), old = 1;
	uint32_t b = (uint32_t)(m % BLOCKS);
	int i;

	for (i = 0; i < PROBES; i++, bits >>= 9) {
		uint64_t *word = &ids->block[b].word[bits >> 6 & 7], bit = (uint64_t)1 << (bits & 63);

		old &= (*word & bit) != 0;
		*word |= bit;
	}
	if (!old && ids->ntouched < TOUCHED)
		ids->touched[ids->ntouched++] = b;
	return (int)old;
}

static uint64_t
with_suffix(struct buf *id, size_t n, uint64_t h, const char *tilde, unsigned long k)
{
	id->n = n;
	buf_addz(id, tilde);
	buf_addu(id, k);
	return ids_hash(h, (struct slice){id->p + n, id->n - n});
}

uint64_t
ids_give(struct ids *ids, struct buf *id, uint64_t h)
{
	struct id_again *a = &ids->again[mix(h) / BLOCKS % AGAIN];
	size_t n = id->n;
	uint64_t h2;
	int i;

	ids->given++;
	if (!seen(ids, h))
		return h;
	if (a->hash != h || a->document != ids->document)
		*a = (struct id_again){h, ids->document, 2};
	for (i = 0; i < TRIES; i++) {
		h2 = with_suffix(id, n, h, "~", a->next++);
		if (!seen(ids, h2))
			return h2;
	}
	/* the filter is full, or the entry of a much used id was lost: no other id has this number */
	return with_suffix(id, n, h, "~~", ids->given);
}
