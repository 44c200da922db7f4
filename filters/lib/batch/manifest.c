/* manifest.c - what is known of each document; see manifest.h */
#include "manifest.h"

#include <stdlib.h>

static size_t
slot_of(const struct manifest *m, const char *name)
{
	size_t i = (size_t)hash_name(name, strlen(name)) & (m->slots - 1);

	while (m->slot[i] && strcmp(m->e[m->slot[i] - 1]->name, name) != 0)
		i = (i + 1) & (m->slots - 1);
	return i;
}

static void
index_all(struct manifest *m)
{
	size_t i;

	memset(m->slot, 0, m->slots * sizeof(*m->slot));
	for (i = 0; i < m->n; i++)
		m->slot[slot_of(m, m->e[i]->name)] = (uint32_t)i + 1;
}

static void
grow(struct manifest *m)
{
	m->cap = m->cap ? 2 * m->cap : 1024;
	m->slots = 2 * m->cap;
	m->e = erealloc(m->e, m->cap * sizeof(*m->e));
	m->slot = erealloc(m->slot, m->slots * sizeof(*m->slot));
	index_all(m);
}

struct entry *
manifest_find(const struct manifest *m, const char *name)
{
	uint32_t at = m->slots ? m->slot[slot_of(m, name)] : 0;

	return at ? m->e[at - 1] : NULL;
}

struct entry *
manifest_put(struct manifest *m, const struct entry *e)
{
	struct entry *old = manifest_find(m, e->name);

	m->changed = 1;
	if (!old) {
		if (m->n == m->cap)
			grow(m);
		old = m->e[m->n++] = emalloc(sizeof(*old));
		*old = *e;
		m->slot[slot_of(m, e->name)] = (uint32_t)m->n;
	}
	*old = *e;
	return old;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp((*(struct entry *const *)a)->name, (*(struct entry *const *)b)->name);
}

void
manifest_sort(struct manifest *m)
{
	if (!m->n)
		return;
	qsort(m->e, m->n, sizeof(*m->e), by_name);
	index_all(m);
}

const char *
form_suffix(enum form f)
{
	static const char *const suffix[] = {"", ".json", ".jsonl", ".json", ".jsonl"};

	return suffix[f];
}
