/* ids.c - unique ids; see ids.h */
#include "words/ids.h"

#include <string.h>

enum {
	BLOCKS = 1 << 14, /* 1 MiB of bits, of which a small document touches a few pages */
	AGAIN = 1 << 14,
	TOUCHED = 1 << 12,
	PROBES = 6, /* bits an id sets in its block */
	TRIES = 16, /* suffixes tried before the count of ids decides */
	MANY = 1 << 21, /* behind so many ids, one new id in five seems to have come before, and more and more do: */
	FEW_TRIES = 4   /* to try for long took a sixth of the time that a document of 1 GB took */
};

/* As large as a line of the cache, and put on one: an id costs a single miss. */
struct id_block {
	_Alignas(64) uint64_t word[8];
};

/* Zeroed at the start, and pages that are never touched cost nothing. */
static struct {
	struct id_block block[BLOCKS];
	uint32_t touched[TOUCHED]; /* the blocks in use, as long as they are few */
	size_t ntouched;
	struct { /* for an id that came twice, the suffix to try next; DOCUMENT tells an older document's entries */
		uint32_t hash, document, next;
	} again[AGAIN];
	uint32_t document;
	unsigned long given;
} ids;

void
ids_reset(void)
{
	size_t i;

	if (ids.ntouched < TOUCHED)
		for (i = 0; i < ids.ntouched; i++)
			memset(&ids.block[ids.touched[i]], 0, sizeof(*ids.block));
	else
		memset(ids.block, 0, sizeof(ids.block));
	ids.ntouched = 0;
	ids.given = 0;
	ids.document++;
}

unsigned long
ids_given(void)
{
	return ids.given;
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

static struct id_block *
block_of(uint64_t mixed)
{
	return &ids.block[mixed % BLOCKS];
}

void
ids_expect(uint64_t h)
{
#ifdef __GNUC__
	__builtin_prefetch(block_of(mix(h)), 1);
	__builtin_prefetch(&ids.again[mix(h) % AGAIN], 1);
#else
	(void)h;
#endif
}

/* Sets the bits of H in the filter; true if all of them were set before. */
static int
seen(uint64_t h)
{
	uint64_t m = mix(h), bits = mix(m), old = 1;
	struct id_block *b = block_of(m);
	int i;

	for (i = 0; i < PROBES; i++, bits >>= 9) {
		uint64_t *word = &b->word[bits >> 6 & 7];

		old &= *word >> (bits & 63); /* its lowest bit counts */
		*word |= (uint64_t)1 << (bits & 63);
	}
	if (!old && ids.ntouched < TOUCHED)
		ids.touched[ids.ntouched++] = (uint32_t)(b - ids.block);
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
ids_give(struct buf *id, uint64_t h)
{
	size_t a = mix(h) % AGAIN, n = id->n;
	uint32_t tag = (uint32_t)(mix(h) >> 32);
	uint64_t h2;
	int i;

	ids.given++;
	if (!seen(h))
		return h;
	if (ids.again[a].hash != tag || ids.again[a].document != ids.document) {
		ids.again[a].hash = tag;
		ids.again[a].document = ids.document;
		ids.again[a].next = 2;
	}
	for (i = 0; i < (ids.given > MANY ? FEW_TRIES : TRIES); i++) {
		h2 = with_suffix(id, n, h, "~", ids.again[a].next++);
		if (!seen(h2))
			return h2;
	}
	/* the filter is full, or the entry of a much used id was lost: no other id has this number */
	return with_suffix(id, n, h, "~~", ids.given);
}
