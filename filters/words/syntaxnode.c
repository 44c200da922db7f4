/* syntaxnode.c - what a pattern is kept as; see syntaxnode.h */
#include "words/syntaxnode.h"

#include <stdlib.h>

#define GROW(array, n, cap) \
	((n) < (cap) ? (void)0 : (void)((cap) = (cap) ? 2 * (cap) : 64, (array) = erealloc((array), (cap) * sizeof(*(array)))))

uint32_t
syntax_add(struct syntax *s, struct syntax_node n)
{
	GROW(s->node, s->nodes, s->node_cap);
	s->node[s->nodes] = n;
	return (uint32_t)s->nodes++;
}

uint32_t
syntax_add_set(struct syntax *s, struct slice text, int not)
{
	GROW(s->set, s->sets, s->set_cap);
	s->set[s->sets] = (struct syntax_set){s->parts, 0, not, text};
	return (uint32_t)s->sets++;
}

/* Rules have the same few sets over and over, and each is asked about each character. */
uint32_t
syntax_set_node(struct syntax *s, struct slice text)
{
	uint32_t set = 0, last = (uint32_t)s->sets - 1;

	while (set < last && !(text.n && slice_eq(s->set[set].text, text)))
		set++;
	if (set < last) {
		s->parts = s->set[last].first;
		s->sets--;
	}
	return syntax_add(s, (struct syntax_node){SYNTAX_SET, 0, 0, set, 0, 0});
}

uint32_t
syntax_property_node(struct syntax *s, struct slice text, int property)
{
	syntax_add_set(s, text, 0);
	syntax_add_part(s, (struct syntax_part){0, 0, property});
	return syntax_set_node(s, text);
}

void
syntax_add_part(struct syntax *s, struct syntax_part p)
{
	GROW(s->part, s->parts, s->part_cap);
	s->part[s->parts++] = p;
	s->set[s->sets - 1].n++;
}

void
syntax_free(struct syntax *s)
{
	free(s->node);
	free(s->part);
	free(s->set);
	*s = (struct syntax){0};
}
