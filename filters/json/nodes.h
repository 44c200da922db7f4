/*
 * nodes.h - the nodes of the JSON tree, one function each
 *
 * A node is begun when its record comes and left open for the annotations
 * behind it; node_end, before the next text record, writes them and ends it.
 */
#ifndef TZ_JSON_NODES_H
#define TZ_JSON_NODES_H

#include "base/buf.h"
#include "stream/cols.h"
#include "json/notes.h"
#include "stream/rec.h"
#include "stream/rowtext.h"
#include "json/tree.h"

/* What the record at hand is about. */
struct scene {
	struct tree tree;
	struct cols cols;
	struct notes notes;
	struct fields fields; /* of the record */
	struct pos start, end; /* of its text */
	struct place place;    /* for messages */
	struct buf tmp, repaired;
	struct rowtext rowtext;
};

enum node { NO_NODE, ROOT, EMPTY, TEXT, ITEM, SECTION, TABLE_HEAD, ROW, HEAD_RULE };

/* FIELDS of a `doc` record. FAILED: it could not be converted, and its warnings become error nodes. */
void node_root(struct scene *s, const struct slice *doc, int failed);
void node_error(struct scene *s, struct slice code, struct slice message);
/* KIND: K_TEXT, K_CODE or K_RULE. */
void node_text(struct scene *s, enum kind kind, struct slice value);
void node_item(struct scene *s);
void node_grade(struct slice code, unsigned long rank); /* of the item just begun */
void node_section(struct scene *s, unsigned long depth, int plain); /* PLAIN: see tree_enter */
void node_row(struct scene *s, const struct rec *r);
/* Appends  ,"id":…  of row R. */
void node_row_id(struct scene *s, const struct rec *r);
/* Ends NODE, which was begun last. */
void node_end(struct scene *s, enum node node);

#endif
