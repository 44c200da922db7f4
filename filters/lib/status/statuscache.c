/* statuscache.c - what short cells came to; see statuscache.h */
#include "statuscache.h"

enum { SLOTS = 64 };

static struct slot {
	unsigned long version;
	struct buf name, kept;
} cache[SLOTS];

static struct slot *
slot_of(struct slice name)
{
	unsigned long h = 2166136261u; /* FNV-1a */
	size_t i;

	for (i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.p[i]) * 16777619u;
	return &cache[h % SLOTS];
}

int
cache_get(struct slice name, unsigned long version, struct slice *kept)
{
	const struct slot *s = slot_of(name);

	*kept = slice_of(&s->kept);
	return s->version == version && slice_eq(slice_of(&s->name), name);
}

void
cache_put(struct slice name, unsigned long version, struct slice kept)
{
	struct slot *s = slot_of(name);

	s->version = version;
	buf_clear(&s->name);
	buf_adds(&s->name, name);
	buf_clear(&s->kept);
	buf_adds(&s->kept, kept);
}
