/*
 * jscan.h - walks a tree of unist nodes without holding it
 *
 * A small scanner follows the nesting of "children"; the keys of each node by
 * itself are read by jansson. A node is shown when its children begin, which
 * is as soon as the keys that are needed are there. Tools that sort the keys
 * (jq -S, PostgreSQL's jsonb) may put "children" before them: then these wait
 * in a spool, and the tree is read all the same.
 */
#ifndef TZ_RESTORE_JSCAN_H
#define TZ_RESTORE_JSCAN_H

#include <jansson.h>

#include "restore/jlex.h"

struct jscan {
	/* The caller's: */
	int (*enough)(json_t *node); /* are these the keys that enter needs? */
	void (*enter)(json_t *node); /* a node, without its children */
	void (*leave)(json_t *node); /* the same at its end, with the keys behind its children */
	/* The scanner's: */
	struct jlex lex;
	int depth;
};

/* Reads one tree after another. What is not JSON is said, and the rest of the input left. A callback
 * that finds this to be no tree of ours calls jlex_refuse, which ends it too. */
void jscan_all(struct jscan *js, struct in *in);

#endif
