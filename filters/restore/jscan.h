/*
 * jscan.h - walks a tree of unist nodes without holding it
 *
 * Of a node only the keys are kept that restore asks for; the others are read as strictly, and gone. A node is shown when
 * its children begin, which is as soon as the keys that are needed are there. Tools that sort the keys (jq -S,
 * PostgreSQL's jsonb) may put "children" before them: then these wait in a spool, and the tree is read all the same.
 */
#ifndef TZ_RESTORE_JSCAN_H
#define TZ_RESTORE_JSCAN_H

#include "restore/jtape.h"

/* The keys that are kept, of nodes of all types. */
enum key {
	KEY_TYPE, KEY_LINE, KEY_VALUE, KEY_SOURCE, KEY_CELLS, KEY_QUOTED, KEY_COLUMNS, KEY_HEADER, KEY_BYTES, KEY_PAGE,
	KEY_BEFORE, KEY_MARK, KEY_GAP, KEY_TITLE, KEY_SEPARATOR, KEY_MEANING, KEY_AFTER,
	KEY_SCHEMA, KEY_NAME, KEY_ENCODING, KEY_BOM, KEY_NEWLINE, KEY_FINAL_NEWLINE, KEY_READERS, KEY_POSITION,
	KEYS
};

/* A node, as far as it has been read. */
struct jnode {
	const struct jtape *tape;
	uint32_t at[KEYS]; /* where on the tape the key's value lies, plus 1; 0: it has not come */
};

/* What NODE says under KEY; NULL if nothing. Valid until more is read. */
static inline const struct jval *
jnode_get(const struct jnode *node, enum key key)
{
	return node->at[key] ? &node->tape->v[node->at[key] - 1] : NULL;
}

/* The string there; empty, with p NULL, if there is none. */
struct slice jnode_string(const struct jnode *node, enum key key);

struct jscan {
	/* The caller's: */
	int (*enough)(const struct jnode *node); /* are these the keys that enter needs? */
	void (*enter)(const struct jnode *node); /* a node, without its children */
	void (*leave)(const struct jnode *node); /* the same at its end, with the keys behind its children */
	/* The scanner's: */
	struct jtape tape;
	int depth;
};

/* Reads one tree after another. What is not JSON is said, and the rest of the input left. A callback
 * that finds this to be no tree of ours calls jlex_refuse, which ends it too. */
void jscan_all(struct jscan *js, struct in *in);

#endif
