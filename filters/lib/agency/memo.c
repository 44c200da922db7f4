/* memo.c - answers kept; see memo.h */
#include "memo.h"

#include <stdint.h>
#include <string.h>

/* Eight bytes at a time, with a multiplier of MurmurHash3's: a hash that only this program sees. */
static size_t
hash(struct slice s)
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
	return (size_t)(h >> 32) % MEMO_SIZE;
}

struct memo_entry *
memo_find(struct memo *m, struct slice text, int how)
{
	struct memo_entry **slot, *e;

	if (text.n > MEMO_LONGEST)
		return NULL;
	slot = &m->e[hash(text)];
	e = *slot;
	if (e && e->known && e->how == how && slice_eq((struct slice){e->text.p, e->asked}, text))
		return e;
	if (!e) {
		e = *slot = emalloc(sizeof(*e));
		*e = (struct memo_entry){0};
	}
	buf_clear(&e->text);
	buf_adds(&e->text, text);
	e->asked = text.n;
	e->how = how;
	e->known = 0;
	return e;
}

struct slice
memo_answer(const struct memo_entry *e)
{
	return (struct slice){e->text.p + e->asked, e->text.n - e->asked};
}
