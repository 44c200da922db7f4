/*
 * headnode.h - the header of a table, which waits until it is known how many rows it has
 *
 * A `names` record with the line of a `cols` record behind it says that this
 * one goes on with the header above it: both are of one table, whose columns
 * the names are. The first row of a header is the table node itself, each
 * other one a headerRow among its children.
 */
#ifndef TZ_JSON_HEADNODE_H
#define TZ_JSON_HEADNODE_H

#include "json/nodes.h"

/* Holds `cols` record R, the one at hand, as the header of a table. */
void headnode_hold(struct scene *s, const struct rec *r);
/* Holds R, a rule behind such a record, for a row of the header may come behind it; 0 if none is held. */
int headnode_rule(struct scene *s, const struct rec *r);
/* The notes of the scene are about the record that was held last. */
void headnode_notes(struct scene *s);
/* Its text ends at END. */
void headnode_end(struct pos end);
/* `names` of LINE, seen by the scene's columns: true if they join the record held last to the one before. */
int headnode_join(struct scene *s, unsigned long line);
/* Writes what is held; the last table is left open for its rows. */
void headnode_release(struct scene *s);

/* The scene's columns have learnt their roles. */
void headnode_roles(struct scene *s);

/* Appends  "columns":[…],"roles":[…]  as they are in force. */
void headnode_columns(struct buf *to, struct cols *c);

#endif
