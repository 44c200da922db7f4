/*
 * tree.h - the containers of the JSON tree: root, sections, and the legend or table at the end of them
 *
 * The tree is written as it grows; only the way from the root to the place of
 * writing is kept. For JSON Lines the same way is walked, and nothing written.
 */
#ifndef TZ_JSON_TREE_H
#define TZ_JSON_TREE_H

#include <stdint.h>

#include "base/buf.h"
#include "json/leave.h"
#include "stream/msg.h"
#include "json/pos.h"
#include "stream/rec.h"
#include "words/trail.h"

enum group { NO_GROUP, LEGEND, TABLE };

struct level {
	struct pos start;
	int filled;       /* it has a child */
	size_t path, prefix; /* how much of tree.path and tree.prefix it is */
};

struct tree {
	int silent; /* write no containers */
	struct buf w; /* what is written, until tree_flush */
	size_t ready; /* so much of it is as it leaves */
	struct leaving leaving;
	unsigned long flushed; /* bytes that have left it */
	struct trail trail; /* the sections that are open, and their ids */
	struct level level[SECTIONS_DEEP + 1]; /* what else there is to know of each; level[0] is the root */
	enum group group;
	struct pos group_start;
	int group_filled;
	struct pos end;       /* where the last node ends */
	struct buf path;      /* the titles of the sections, as elements of a JSON array */
	struct buf prefix;    /* what the ids of its rows begin with as they are written, from the quotation mark on */
	struct buf tmp;
	size_t row_id;        /* where the id of the row at hand ends in what is written */
	uint64_t row_hash;    /* of that id */
};

void tree_begin(struct tree *t);
/* Goes to a new line for a child of the innermost container. */
void tree_child(struct tree *t);
/* Makes G the innermost container beside the sections: 1 if it must be opened, its type by the caller. */
int tree_group(struct tree *t, enum group g, struct pos start);
/* Ends what cannot hold a section of DEPTH. Returns 0 if it had to end one that could, for want of levels. */
int tree_room(struct tree *t, unsigned long depth);
/* Enters the section that HEAD, the fields of its record, begins. Its id is left in t->trail, its title at
 * the end of t->path: both as they are for the rows in it. PLAIN: nothing in HEAD is escaped, or has to be in JSON. */
void tree_enter(struct tree *t, unsigned long depth, struct pos start, const struct slice *head, int plain);
/* Ends the document at END. */
void tree_end(struct tree *t, struct pos end);

/* Writes  ,"id":  of a row in the innermost section. FIRST is the text of its first cell, SAID that of
 * the first one that says something (empty: none does). */
void tree_row_id(struct tree *t, struct slice first, struct slice said, struct place at);
/* The row's cells have been written: its id becomes unique, if another one has it. To know that takes a look far off in
 * memory, for which 4 % of the time of -l went before it was fetched while the cells are written. */
void tree_row_settle(struct tree *t);

/* Makes all of w, which has whole tokens, what is to leave. */
void tree_ready(struct tree *t);
/* Hands w over to standard output once it is worth it, or if NOW. */
void tree_flush(struct tree *t, int now);

#endif
