/* tables.h - lines that are rows without tabs: the kinds of table that there are, asked in turn */
#ifndef TZ_SPLIT_TABLES_H
#define TZ_SPLIT_TABLES_H

#include "split/aligned.h"
#include "split/counted.h"
#include "split/cycles.h"
#include "split/dashes.h"
#include "split/delimited.h"
#include "split/doc.h"
#include "split/drawn.h"
#include "split/flat.h"
#include "split/records.h"
#include "split/roster.h"
#include "split/slashed.h"
#include "split/spaced.h"
#include "split/tails.h"
#include "split/wikirow.h"

struct tables {
	struct drawn drawn;
	struct counted counted;
	struct dashed dashed;
	struct aligned aligned;
	struct roster roster;
	struct spaced spaced;
	struct flat flat;
	struct records records;
	struct cycles cycles;
	struct tails tails;
	struct slashed slashed;
	struct wikirow wiki;
	struct delimited delimited;
	struct buf copy; /* of the line at hand */
	int program;     /* a line above in the block was torn by what parts cells: it is of a program */
	size_t open;     /* brackets that a line above with a stroke in one has left open */
};

void tables_begin(struct tables *t, struct slice name); /* a document begins */
/* A line that is no text of a paragraph stands between: a BLANK one, or what begins another block. */
void tables_end_block(struct tables *t, int blank);
void tables_end_page(struct tables *t); /* what is laid out may be so otherwise on the next page */
/*
 * Whether *LINE, the one that IN handed out last, is part of a table; its records are then written, and the lines behind it that
 * are part of it taken. Looking ahead may move the line: *LINE is then a copy. Asked in this order:
 * of all lines, for what a rule of dashes rules is no matter of paragraphs; of blank ones; of those of a paragraph or item.
 */
int tables_ruled(struct tables *t, struct docpos *d, struct lines *in, struct slice *line);
/* The same of a line that else is a heading, # and what may be the names of columns: whether a table that is drawn, or laid out, begins. */
int tables_names(struct tables *t, struct docpos *d, struct lines *in, struct slice *line);
int tables_blank(struct tables *t, struct docpos *d, struct lines *in, struct slice *line);
int tables_line(struct tables *t, struct docpos *d, struct lines *in, struct slice *line);

#endif
