/* manifest.c - what is known of each document; see manifest.h */
#include "batch/manifest.h"

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

/* All that have come since the last time: as long as they come by name, as in the file, none is needed. */
static void
index_all(struct manifest *m)
{
	if (m->slots < 2 * m->cap) {
		m->slots = 2 * m->cap;
		m->slot = erealloc(m->slot, m->slots * sizeof(*m->slot));
		m->indexed = 0;
	}
	if (!m->indexed)
		memset(m->slot, 0, m->slots * sizeof(*m->slot));
	for (; m->indexed < m->n; m->indexed++) {
		uint32_t hash = short_hash(m->e[m->indexed]->name);

		*slot_of(m, m->e[m->indexed]->name, hash) = (struct slot){(uint32_t)m->indexed + 1, hash};
	}
}

/* Where NAME is in a sorted manifest, as index + 1; 0: nowhere. */
static size_t
search(const struct manifest *m, const char *name)
{
	size_t from = 0, to = m->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = strcmp(m->e[middle]->name, name);

		if (order == 0)
			return middle + 1;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return 0;
}

/* The walk asks for one after the other as they stand here, and so none has to be fetched from far away. */
static size_t
place_of(struct manifest *m, const char *name)
{
	if (m->next < m->n && strcmp(m->e[m->next]->name, name) == 0)
		return m->next + 1;
	if (!m->unsorted)
		return search(m, name);
	index_all(m);
	return slot_of(m, name, short_hash(name))->at;
}

struct entry *
manifest_find(struct manifest *m, const char *name)
{
	size_t at = place_of(m, name);

	if (!at)
		return NULL;
	m->next = at;
	return m->e[at - 1];
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

static struct entry *
append(struct manifest *m, const char *name)
{
	if (m->n == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 1024;
		m->e = erealloc(m->e, m->cap * sizeof(*m->e));
	}
	if (m->n && strcmp(m->e[m->n - 1]->name, name) > 0)
		m->unsorted = 1;
	return m->e[m->n++] = new_entry(m);
}

struct entry *
manifest_put(struct manifest *m, const struct entry *e)
{
	int behind = m->n && !m->unsorted && strcmp(m->e[m->n - 1]->name, e->name) < 0;
	size_t at = behind ? 0 : place_of(m, e->name);
	struct entry *to = at ? m->e[at - 1] : append(m, e->name);

	m->changed = 1;
	*to = *e;
	return to;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp((*(struct entry *const *)a)->name, (*(struct entry *const *)b)->name);
}

void
manifest_sort(struct manifest *m)
{
	if (!m->unsorted)
		return;
	qsort(m->e, m->n, sizeof(*m->e), by_name);
	m->unsorted = 0;
	m->indexed = 0;
}

const char *
form_suffix(enum form f)
{
	static const char *const suffix[] = {"", ".json", ".jsonl", ".json", ".jsonl", ".csv"};

	return suffix[f];
}
