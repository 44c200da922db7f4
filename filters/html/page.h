/*
 * page.h - a page that is being read: the text that comes together, and the tables that are open
 *
 * Text goes to the innermost cell of data, or else becomes records of text.
 */
#ifndef TZ_HTML_PAGE_H
#define TZ_HTML_PAGE_H

#include "html/htable.h"
#include "html/lay.h"
#include "html/library.h"
#include "html/shown.h"

enum { TABLES_DEEP = 8 };

/* Starts as {0}. */
struct page {
	struct html_library xml; /* what PARSER is of */
	htmlParserCtxtPtr parser;
	const char *name;
	struct lay lay;
	struct shown text;  /* outside of tables, or in those that lay the page out */
	unsigned hidden;    /* elements that are open inside one that is hidden, and that one */
	unsigned pre, level; /* level: of the heading at hand, 0: none */
	struct htable table[TABLES_DEEP];
	size_t tables;      /* that are open; those beyond TABLES_DEEP are no tables */
	int long_text;      /* said */
};

unsigned long page_line(const struct page *p); /* that the parser has come to */
/* The line from which on the file's lines belong to records that are still to come; 0: none. */
unsigned long page_open_line(const struct page *p);

/* Text */
void page_add(struct page *p, struct slice text, unsigned long line);
struct shown *page_text(struct page *p); /* where it goes */
void page_flush(struct page *p);         /* what has come together outside of tables goes out, a record a line */
void page_block(struct page *p);         /* what follows stands on lines of its own */
void page_heading_end(struct page *p);

/* Tables: see html/tables.h */
struct htable *page_cell(struct page *p);  /* the table whose cell text goes to; NULL: to none */
struct htable *page_table(struct page *p); /* the innermost that is open; NULL: none, or too deep for one */

#endif
