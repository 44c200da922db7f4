/* columns.c - where the cells of a row stand; see columns.h */
#include "restore/columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
columns_take(struct columns *c, const json_t *array)
{
	size_t i;

	json_decref(c->places);
	*c = (struct columns){NULL, json_array_size(array)};
	if (c->n)
		c->places = json_object();
	for (i = 0; i < c->n; i++) {
		const char *name = json_string_value(json_array_get(array, i));

		if (name && !json_object_get(c->places, name))
			json_object_set_new_nocheck(c->places, name, json_integer((json_int_t)i));
	}
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
	return json_object_get(c->places, name) != NULL;
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

long
column_place(const struct columns *c, const char *name, size_t most)
{
	const json_t *place = json_object_get(c->places, name);
	unsigned long number, k = 1;
	char *end, again[64];

	if (place)
		return (long)json_integer_value(place);
	number = strtoul(name, &end, 10);
	if (number <= c->n || number > most)
		return -1;
	if (strncmp(end, " (", 2) == 0)
		k = strtoul(end + 2, NULL, 10);
	make_name(again, sizeof(again), number, k);
	if (k == 0 || strcmp(again, name) != 0 || !are_taken_before(c, number, k))
		return -1;
	return (long)number - 1;
}
