/* cache.c - what short cells came to; see status/cache.h */
#include "status/cache.h"

#include "stream/added.h"
#include "base/hash.h"

enum { SLOTS = 256 };

static struct slot {
	int used;
	struct cachekey key;
	char raw[CACHED_BYTES]; /* the cell of the key */
	struct buf kept;
	uint64_t same;
} cache[SLOTS];

static struct slot *
slot_of(const struct cachekey *k)
{
	return &cache[(hash_of(k->raw) + k->column) % SLOTS];
}

int
cache_get(const struct cachekey *k, struct slice *kept, uint64_t *same)
{
	const struct slot *s = slot_of(k);

	*kept = slice_of(&s->kept);
	*same = s->same;
	return s->used && s->key.version == k->version && s->key.edition == k->edition && s->key.column == k->column &&
	    s->key.digits == k->digits && slice_eq(s->key.raw, k->raw);
}

void
cache_put(const struct cachekey *k, struct slice kept)
{
	struct slot *s = slot_of(k);

	s->used = KEEPS_ANSWERS;
	s->key = *k;
	s->key.raw.p = memcpy(s->raw, k->raw.p, k->raw.n);
	buf_clear(&s->kept);
	buf_adds(&s->kept, kept);
	s->same = added_numbers(1);
}
