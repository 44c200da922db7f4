/* memo.c - answers kept; see memo.h */
#include "base/memo.h"

#include "base/hash.h"

/* The entry that was asked again has the same answer as before. */
static void
compare(struct memo *m)
{
	const struct memo_entry *e = m->again;

	if (e && e->known)
		check_same(slice_eq(slice_of(&e->text), slice_of(&m->was.text)) && e->result == m->was.result &&
		               e->lines == m->was.lines,
		           "a kept answer", (struct slice){e->text.p, e->asked});
	m->again = NULL;
}

/* E, which is known, as one that is not: what is known of it is compared with what will be. */
static void
ask_again(struct memo *m, struct memo_entry *e)
{
	buf_clear(&m->was.text);
	buf_adds(&m->was.text, slice_of(&e->text));
	m->was.result = e->result;
	m->was.lines = e->lines;
	e->text.n = e->asked;
	e->known = 0;
	m->again = e;
}

struct memo_entry *
memo_find(struct memo *m, struct slice text, int how)
{
	struct memo_entry **slot, *e;

	if (text.n > MEMO_LONGEST)
		return NULL;
	slot = &m->e[hash_of(text) % MEMO_SIZE];
	e = *slot;
	if (CHECKS)
		compare(m);
	if (KEEPS_ANSWERS && e && e->known && e->how == how && slice_eq((struct slice){e->text.p, e->asked}, text)) {
		if (CHECKS)
			ask_again(m, e);
		return e;
	}
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
