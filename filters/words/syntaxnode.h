/* syntaxnode.h - what a pattern is kept as, once it is read (syntax.h) */
#ifndef TZ_WORDS_SYNTAXNODE_H
#define TZ_WORDS_SYNTAXNODE_H

#include <stdint.h>

#include "base/buf.h"

/* A kind of node; A and B are nodes. */
enum syntax_kind {
	SYNTAX_EMPTY,
	SYNTAX_NEVER,
	SYNTAX_CHAR,  /* the character `c` */
	SYNTAX_SET,   /* one of the set number `c` */
	SYNTAX_THEN,  /* A, then B */
	SYNTAX_EITHER,
	SYNTAX_TIMES, /* A, `min` to `max` times (SYNTAX_MORE: without end) */
	SYNTAX_START, /* of the subject */
	SYNTAX_LINE_END, /* the end of the subject, or a line feed there */
	SYNTAX_END,
	SYNTAX_AHEAD  /* A follows, and is not taken */
};
enum { SYNTAX_MORE = -1 };

struct syntax_node {
	enum syntax_kind kind;
	uint32_t a, b, c;
	int min, max;
};

/* A part of a set: the characters FROM to TO, or those that have PROPERTY (chars.h). */
struct syntax_part {
	uint32_t from, to;
	int property; /* negative: none, the range */
};

struct syntax_set {
	size_t first, n; /* of its parts */
	int not;
	struct slice text; /* as it is written, which outlives it; empty: not to be found again by that */
};

struct syntax {
	struct syntax_node *node;
	struct syntax_part *part;
	struct syntax_set *set;
	size_t nodes, node_cap, parts, part_cap, sets, set_cap;
	uint32_t root;
};

/* These append to S. */
uint32_t syntax_add(struct syntax *s, struct syntax_node n);
uint32_t syntax_add_set(struct syntax *s, struct slice text, int not);
/* The node of the set that is written TEXT, the last one that was added or one before it, which then takes its place. */
uint32_t syntax_set_node(struct syntax *s, struct slice text);
void syntax_add_part(struct syntax *s, struct syntax_part p);
/* The node of the set of what has PROPERTY, which is written TEXT. */
uint32_t syntax_property_node(struct syntax *s, struct slice text, int property);

void syntax_free(struct syntax *s);

#endif
