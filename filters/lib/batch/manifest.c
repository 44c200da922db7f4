/* manifest.c - what is known of each document; see manifest.h */
#include "manifest.h"

#include <stdlib.h>

static uint32_t
short_hash(const char *name)
{
	return (uint32_t)hash_name(name, strlen(name));
}

/* Where NAME is, or belongs. */
static struct slot *
slot_of(const struct manifest *m, const char *name, uint32_t hash)
{
	size_t i = hash & (m->slots - 1);

	while (m->slot[i].at && (m->slot[i].hash != hash || strcmp(m->e[m->slot[i].at - 1]->name, name) != 0))
		i = (i + 1) & (m->slots - 1);
	return &m->slot[i];
}

static void
index_all(struct manifest *m)
{
	size_t i;

	memset(m->slot, 0, m->slots * sizeof(*m->slot));
	for (i = 0; i < m->n; i++) {
		uint32_t hash = short_hash(m->e[i]->name);

		*slot_of(m, m->e[i]->name, hash) = (struct slot){(uint32_t)i + 1, hash};
	}
}

static void
grow(struct manifest *m)
{
	m->cap = m->cap ? 2 * m->cap : 32 * 1024;
	m->slots = 2 * m->cap;
	m->e = erealloc(m->e, m->cap * sizeof(*m->e));
	m->slot = erealloc(m->slot, m->slots * sizeof(*m->slot));
	index_all(m);
}

struct entry *
manifest_find(const struct manifest *m, const char *name)
{
	uint32_t at = m->slots ? slot_of(m, name, short_hash(name))->at : 0;

	return at ? m->e[at - 1] : NULL;
}

/* By the thousand: they stay for good. */
static struct entry *
new_entry(struct manifest *m)
{
	enum { AT_ONCE = 1024 };

	if (!m->spares) {
		m->spare = emalloc(AT_ONCE * sizeof(*m->spare));
		m->spares = AT_ONCE;
	}
	m->spares--;
	return m->spare++;
}

struct entry *
manifest_put(struct manifest *m, const struct entry *e)
{
	uint32_t hash = short_hash(e->name);
	struct slot *slot;

	m->changed = 1;
	if (m->n == m->cap)
		grow(m);
	slot = slot_of(m, e->name, hash);
	if (!slot->at) {
		m->e[m->n++] = new_entry(m);
		*slot = (struct slot){(uint32_t)m->n, hash};
	}
	*m->e[slot->at - 1] = *e;
	return m->e[slot->at - 1];
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
