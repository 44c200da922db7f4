/* heads.c - lines that come again; see table/heads.h */
#include "table/heads.h"

void
heads_clear(struct heads *h)
{
	h->n = h->next = 0;
}

/* FNV-1a */
static uint64_t
hash(struct slice s)
{
	uint64_t h = 0xcbf29ce484222325u;
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	return h;
}

int
heads_recur(struct heads *h, struct slice line)
{
	uint64_t key;
	size_t i;

	if (line.n > HEAD_BYTES)
		return 0;
	key = hash(line);
	for (i = 0; i < h->n; i++)
		if (h->hash[i] == key)
			return 1;
	h->hash[h->next] = key;
	h->next = (h->next + 1) % HEADS;
	if (h->n < HEADS)
		h->n++;
	return 0;
}
