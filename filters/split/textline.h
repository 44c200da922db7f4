/*
 * textline.h - a line of text becomes records: which block it stands in, whether it is a row, and of which kind of table
 */
#ifndef TZ_SPLIT_TEXTLINE_H
#define TZ_SPLIT_TEXTLINE_H

#include "split/blocks.h"
#include "split/cells.h"
#include "split/doc.h"
#include "split/foreign.h"
#include "split/html.h"
#include "split/sheet.h"
#include "split/tables.h"
#include "split/source.h"
#include "split/tabs.h"
#include "split/tabstops.h"

/* All that is known of the document so far. Starts as {0}, or with its first two. */
struct textline {
	struct slice separator; /* empty: tabs, and tables of all kinds */
	int spaced;             /* two or more blanks separate cells instead */
	int headed;             /* each document has its header: where nothing comes, there is none */
	struct docpos doc;
	struct tables tables;
	struct blocks blocks;
	struct html html;
	struct tabs tabs;
	struct tabstops stops;
	struct labelsheet sheet;
	struct source_lines source;
	struct foreign foreign;
	struct cells cells;     /* of the line at hand */
	struct buf copy;        /* of that line */
};

/* Writes what L, which IN handed out last and the document has counted, is, with the lines behind it that are part of it. */
void textline(struct textline *t, struct lines *in, const struct line *l);

#endif
