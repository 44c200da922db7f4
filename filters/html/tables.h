/*
 * tables.h - the elements of tables, as they begin and end on a page
 */
#ifndef TZ_HTML_TABLES_H
#define TZ_HTML_TABLES_H

#include "html/element.h"
#include "html/page.h"

void page_table_start(struct page *p, const char *const *attributes);
void page_table_stop(struct page *p);
/* A cell, <td> or <th>, begins. */
void page_cell_start(struct page *p, const char *name, const char *const *attributes);
/* A row or a group of rows, IS, begins; one of these or a cell ends. Of a table inside a cell there is but text. */
void page_table_part(struct page *p, enum element is);
void page_table_part_end(struct page *p, enum element is);
/* The innermost table holds data; or it lays the page out: that has more in its cells than text. */
void page_data(struct page *p);
void page_no_data(struct page *p);

#endif
