/* nodetext.h - the source text in one node of a tree that tanzaku json wrote */
#ifndef TZ_RESTORE_NODETEXT_H
#define TZ_RESTORE_NODETEXT_H

#include "base/buf.h"
#include "restore/columns.h"
#include "restore/jscan.h"

enum nodetext {
	NODE_TEXT,    /* it carries text */
	NODE_EMPTY,   /* its type carries none */
	NODE_UNKNOWN, /* a type that is none of ours */
	NODE_BROKEN   /* it lacks what its type must have */
};

/* Appends the text of NODE, a row's under the COLUMNS of its table. Adds to *STRAY the cells that have
 * no place there. On NODE_BROKEN, *WHY says what is wrong. */
enum nodetext nodetext(struct buf *to, const struct jnode *node, const struct columns *columns, unsigned long *stray,
    const char **why);

/* Are the keys of NODE there that its text needs, and its place? For a type with children. */
int nodetext_enough(const struct jnode *node);

/* "type", or "". */
struct slice node_type(const struct jnode *node);
static inline int
node_is(const struct jnode *node, const char *type)
{
	return slice_eq(node_type(node), slice_z(type));
}

#endif
