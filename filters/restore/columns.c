/* columns.c - where the cells of a row stand; see columns.h */
#include "restore/columns.h"

#include <stdio.h>
#include <stdlib.h>

void
columns_free(struct columns *c)
{
	free(c->name);
	free(c->sorted);
	buf_free(&c->text);
}

void
columns_take(struct columns *c, const struct jtape *t, const struct jval *array)
{
	const struct jval *v;
	size_t i = 0;

	c->n = array && array->type == JTYPE_ARRAY ? array->u.s.n : 0;
	c->names = 0;
	buf_clear(&c->text);
	if (c->n == 0)
		return;
	if (c->n > c->cap) {
		c->cap = c->n;
		c->name = erealloc(c->name, c->cap * sizeof(*c->name));
		c->sorted = erealloc(c->sorted, c->cap * sizeof(*c->sorted));
	}
	for (JTAPE_EACH(t, array, v)) {
		struct jname *name = &c->name[i];

		*name = (struct jname){0, (uint32_t)c->text.n, UINT32_MAX, (uint32_t)i};
		i++;
		if (!jval_is_string(v))
			continue;
		name->head = name_head(jtape_text(t, v));
		name->n = v->u.s.n;
		buf_adds(&c->text, jtape_text(t, v));
		c->sorted[c->names++] = *name;
	}
	names_sort(c->sorted, c->names, c->text.p);
	c->doubled = names_twice(c->sorted, c->names, c->text.p);
}

/* The name of place NUMBER, counted from 1, if the first K - 1 that it could have are columns. */
static void
make_name(char *to, size_t room, unsigned long number, unsigned long k)
{
	if (k == 1)
		snprintf(to, room, "%lu", number);
	else
		snprintf(to, room, "%lu (%lu)", number, k);
}

static int
is_taken(const struct columns *c, unsigned long number, unsigned long k)
{
	char name[64];

	make_name(name, sizeof(name), number, k);
	return names_find(c->sorted, c->names, c->text.p, slice_z(name)) != NULL;
}

/* The last one is looked at first: of many names of one number, only one has all those before it. */
static int
are_taken_before(const struct columns *c, unsigned long number, unsigned long k)
{
	unsigned long i;

	if (k > 1 && !is_taken(c, number, k - 1))
		return 0;
	for (i = 1; i + 1 < k; i++)
		if (!is_taken(c, number, i))
			return 0;
	return 1;
}

/* The place beyond the columns that NAME says. */
static long
place_beyond(const struct columns *c, struct slice name, size_t most)
{
	unsigned long number, k = 1;
	char *end, again[64];

	number = strtoul(name.p, &end, 10);
	if (number <= c->n || number > most)
		return -1;
	if (strncmp(end, " (", 2) == 0)
		k = strtoul(end + 2, NULL, 10);
	make_name(again, sizeof(again), number, k);
	if (k == 0 || !slice_eq(name, slice_z(again)) || !are_taken_before(c, number, k))
		return -1;
	return (long)number - 1;
}

/* In the order that json writes them each is the next one. */
long
column_place(const struct columns *c, struct slice name, size_t next, size_t most)
{
	const struct jname *found;

	if (next < c->n && !c->doubled && name_is(&c->name[next], name_head(name), name, c->text.p))
		return (long)next;
	found = names_find(c->sorted, c->names, c->text.p, name);
	return found ? (long)found->no : place_beyond(c, name, most);
}
