/* memo.c - answers kept; see memo.h */
#include "base/memo.h"

#include "base/hash.h"

struct memo_entry *
memo_find(struct memo *m, struct slice text, int how)
{
	struct memo_entry **slot, *e;

	if (text.n > MEMO_LONGEST)
		return NULL;
	slot = &m->e[hash_of(text) % MEMO_SIZE];
	e = *slot;
	if (KEEPS_ANSWERS && e && e->known && e->how == how && slice_eq((struct slice){e->text.p, e->asked}, text))
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
